package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do with trends.
final class TrendsJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
    for (int i = 0; i < 20; i++) {
      console.hand("d07", 2 + i % 3);
      console.hand("d10", 1);
      console.pass(Duration.ofSeconds(30));
    }
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void iSeeLowestHighestAndNewestOfTheDeviceICameFrom() throws Exception {
    console.go(new Destination.Trends("d07", null, null));
    console.await(
        "its newest value",
        () -> console.isThere("#pen-value-1") && console.text("#pen-value-1").startsWith("3.0"));
    console.await(
        "lowest and highest",
        () ->
            console.isThere("#pen-1")
                && console.texts("#pen-1").stream().anyMatch(text -> text.startsWith("2.0 … 4.0")));
  }

  @Test
  void iAddASecondCurveAndMoveTheCursorWithoutTheMouse() throws Exception {
    console.go(new Destination.Trends("d07", null, null));
    console.await(
        "the first curve",
        () -> console.isThere("#pen-value-1") && console.text("#pen-value-1").startsWith("3.0"));
    console.press(KeyCode.DIGIT1);
    console.press(KeyCode.P);
    console.await("the question is there", () -> console.isThere("#pen-find"));
    console.type("#pen-find", "fridge 10");
    console.click("#pen-add");
    console.await(
        "the second curve",
        () -> console.isThere("#pen-value-2") && console.text("#pen-value-2").startsWith("1.0"));
    console.press(KeyCode.END);
    console.await(
        "its value is under it",
        () -> console.isThere("#pen-value-2") && console.text("#pen-value-2").startsWith("1.0"));
    console.press(KeyCode.HOME);
    console.await(
        "nothing was measured then",
        () -> console.isThere("#pen-value-2") && console.text("#pen-value-2").equals("no reading"));
    console.press(KeyCode.DELETE);
    console.await("one is left", () -> !console.isThere("#pen-2"));
  }

  @Test
  void iStopThePictureAndLetItRunAgain() throws Exception {
    console.go(new Destination.Trends("d07", null, null));
    console.await("it is live", () -> console.text("#trend-live").equals("Live"));
    console.press(KeyCode.PAGE_UP);
    console.await("it stands still and says so", () -> console.text("#trend-live").equals("Fixed"));
    String period = console.text("#trend-period");
    console.pass(Duration.ofMinutes(10));
    console.hand("d07", 2.5);
    console.press(KeyCode.DOWN);
    assertEquals(period, console.text("#trend-period"));
    console.press(KeyCode.L);
    console.await("it is live again", () -> console.text("#trend-live").equals("Live"));
    console.await(
        "what came in is there",
        () -> console.isThere("#pen-value-1") && console.text("#pen-value-1").startsWith("2.5"));
  }

  @Test
  void iCompareTodaysWithYesterdays() throws Exception {
    console.pass(Duration.ofHours(24).minus(Duration.ofMinutes(10)));
    for (int i = 0; i < 20; i++) {
      console.hand("d07", 2.2);
      console.pass(Duration.ofSeconds(30));
    }
    console.go(new Destination.Trends("d07", null, null));
    console.press(KeyCode.DIGIT1);
    console.await(
        "today's",
        () -> console.isThere("#pen-value-1") && console.text("#pen-value-1").startsWith("2.2"));
    console.press(KeyCode.Y);
    console.press(KeyCode.END);
    console.await(
        "yesterday's beside it",
        () ->
            console.isThere("#pen-1")
                && console.texts("#pen-1").stream()
                    .anyMatch(text -> text.matches("Yesterday [234][.]0.*")));
  }

  @Test
  void iCompareTodaysDefrostWithThatOfADayIChoose() throws Exception {
    console.defrosts("d07", true);
    console.pass(Duration.ofDays(3).minus(Duration.ofMinutes(10)));
    for (int i = 0; i < 20; i++) {
      console.hand("d07", 2.2);
      console.defrosts("d07", i % 2 == 0);
      console.pass(Duration.ofSeconds(30));
    }
    console.go(new Destination.Trends("d07", null, null));
    console.press(KeyCode.DIGIT1);
    console.await(
        "today's",
        () -> console.isThere("#pen-value-1") && console.text("#pen-value-1").startsWith("2.2"));
    LocalDate then = console.instant().atZone(ZoneId.systemDefault()).toLocalDate().minusDays(3);
    ConsoleFixture.onFx(() -> {
      ((DatePicker) console.find("#trend-other-day")).setValue(then);
      return true;
    });
    console.press(KeyCode.END);
    console.await(
        "the other day's beside it, by its name",
        () ->
            console.isThere("#pen-1")
                && console.texts("#pen-1").stream()
                    .anyMatch(text -> text.matches("\\d+ \\p{L}+: [234][.]0.*")));
    console.press(KeyCode.Y);
    assertTrue(
        ConsoleFixture.onFx(
            () -> ((DatePicker) console.find("#trend-other-day")).getValue() == null));
  }

  @Test
  void aDeviceThatSaysNoPowerHasNoCurveAndIAmTold() throws Exception {
    console.go(new Destination.Trends(null, null, null));
    console.press(KeyCode.P);
    console.await("the question is there", () -> console.isThere("#pen-find"));
    console.click("#pen-quantity-power");
    console.click("#pen-add");
    console.await(
        "a dash",
        () -> console.isThere("#pen-value-1") && console.text("#pen-value-1").equals("–"));
  }
}
