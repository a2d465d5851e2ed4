package ai.cryox.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.fx.Hands;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefilledTest {
  private final List<String> told = new ArrayList<>();
  private final TableView<Line> table = FxThread.get(() -> new TableView<Line>());
  private final Refilled<Line> list =
      FxThread.get(
          () -> new Refilled<>(table, Line::id, line -> told.add(line == null ? "" : line.says())));

  /// Something with a name, and what is said of it.
  private record Line(String id, String says) {}

  @BeforeAll
  static void startToolkit() {
    Hands.startToolkit();
  }

  private void onFx(Runnable work) throws Exception {
    Hands.onFx(() -> {
      work.run();
      return true;
    });
  }

  @Test
  void nothingIsToldWhereNothingChangedAndWhatIsSelectedMovesWithItsLine() throws Exception {
    Line a = new Line("a", "one");
    Line b = new Line("b", "two");
    onFx(() -> {
      list.fill(List.of(a, b));
      table.getSelectionModel().select(1);
      list.fill(List.of(a, b));
      list.fill(List.of(new Line("c", "three"), a, new Line("b", "two")));
    });
    assertEquals(List.of("one", "two"), told);
    assertEquals(2, table.getSelectionModel().getSelectedIndex());
  }

  @Test
  void aLineThatSaysAnotherThingIsToldAndSoIsOneThatIsGone() throws Exception {
    onFx(() -> {
      list.fill(List.of(new Line("a", "one"), new Line("b", "two")), "b");
      list.fill(List.of(new Line("a", "one"), new Line("b", "three")));
      list.fill(List.of(new Line("a", "one")));
      list.fill(List.of());
    });
    assertEquals(List.of("two", "three", "one", ""), told);
  }
}
