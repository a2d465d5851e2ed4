package ai.cryox.app.finder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.finder.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingListTest {
  private static final List<Finding> ALL =
      List.of(
          finding("screen", Kind.SCREEN, "Alarms"),
          finding("d07", Kind.DEVICE, "Vaccine fridge 07"),
          finding("d10", Kind.DEVICE, "Vaccine fridge 10"),
          finding("a10", Kind.ALARM, "Vaccine fridge 10"));

  private static Finding finding(String id, Kind kind, String title) {
    return new Finding(id, kind, title, "", "", "", "", () -> {});
  }

  private static List<String> ids(String typed, String... recent) {
    return new FindingList(ALL, List.of(recent)).find(typed).stream().map(Finding::id).toList();
  }

  @Test
  void ofWhatFitsAlikeTheAlarmStandsFirst() {
    assertEquals(List.of("a10", "d10"), ids("fridge 10"));
    assertEquals(List.of("a10", "d07", "d10", "screen"), ids(""));
  }

  @Test
  void whatWasChosenLatelyStandsBeforeItsEquals() {
    assertEquals(List.of("d10", "a10"), ids("fridge 10", "d10"));
    assertEquals("screen", ids("", "screen", "d10").getFirst());
  }

  @Test
  void whatWasChosenLatelyIsNoAnswerToSomethingElse() {
    assertEquals(List.of("d07"), ids("07", "screen"));
  }
}
