package ai.cryox.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.cryox.app.fx.FxThread;
import java.util.Comparator;
import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class WholeTextTest {
  private static final String LONG = "Somebody left the door open while the truck was unloaded";

  @BeforeAll
  static void startToolkit() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException alreadyStarted) {
      assertNotNull(alreadyStarted);
    }
  }

  /// The cells of a table with these lines, from the top. FX thread.
  private static List<TableCell<?, ?>> cells(String... lines) {
    TableView<String> table = new TableView<>();
    table.getColumns().add(TextColumn.of("What", 120, line -> line));
    table.getItems().addAll(lines);
    StackPane root = new StackPane(table);
    Scene scene = new Scene(root, 400, 300);
    root.applyCss();
    root.resize(scene.getWidth(), scene.getHeight());
    root.layout();
    return table.lookupAll(".table-cell").stream()
        .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
        .filter(cell -> !cell.isEmpty())
        .sorted(Comparator.comparingInt(cell -> cell.getTableRow().getIndex()))
        .toList();
  }

  private static Tooltip enter(Node cell) {
    Event.fireEvent(
        cell,
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            5,
            5,
            5,
            5,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            null));
    return ((TableCell<?, ?>) cell).getTooltip();
  }

  @Test
  void aLongTextIsToldWholeAndAShortOneIsNot() {
    FxThread.get(() -> {
      List<TableCell<?, ?>> cells = cells(LONG, "Short");
      assertEquals(LONG, enter(cells.get(0)).getText());
      assertNull(enter(cells.get(1)));
      return true;
    });
  }

  @Test
  void manyLinesHaveOneTooltipThatIsMadeWhenItIsNeeded() {
    FxThread.get(() -> {
      List<TableCell<?, ?>> cells = cells(LONG, LONG + " again", "Short");
      assertFalse(cells.stream().anyMatch(cell -> cell.getTooltip() != null));
      Tooltip first = enter(cells.get(0));
      assertSame(first, enter(cells.get(1)));
      assertEquals(LONG + " again", first.getText());
      return true;
    });
  }
}
