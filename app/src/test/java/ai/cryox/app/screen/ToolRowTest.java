package ai.cryox.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.fx.Hands;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ToolRowTest {
  private final Rectangle first = new Rectangle(100, 40);
  private final Rectangle second = new Rectangle(60, 20);
  private final Rectangle last = new Rectangle(80, 40);
  private final ToolRow row = new ToolRow(10, first, second, Nodes.spacer(), last);

  @BeforeAll
  static void startToolkit() {
    Hands.startToolkit();
  }

  private void layOut(double width) {
    FxThread.get(() -> {
      row.resize(width, row.prefHeight(width));
      row.layout();
      return row;
    });
  }

  @Test
  void whatFollowsTheSpacerStandsAtTheRight() {
    layOut(400);
    assertEquals(40, row.getHeight());
    assertEquals(320, last.getLayoutX());
    assertEquals(10, second.getLayoutY());
  }

  @Test
  void whatFindsNoRoomGoesOnInTheNextLine() {
    layOut(200);
    assertEquals(90, row.getHeight());
    assertEquals(0, last.getLayoutX());
    assertEquals(50, last.getLayoutY());
  }

  @Test
  void itNeedsNoMoreRoomThanTheWidestOfThem() {
    assertEquals(100, row.minWidth(-1));
    layOut(100);
    assertEquals(120, row.getHeight());
  }
}
