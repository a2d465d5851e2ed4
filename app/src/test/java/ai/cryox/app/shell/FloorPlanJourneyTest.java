package ai.cryox.app.shell;

import static ai.cryox.app.shell.ConsoleFixture.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.PngFile;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How somebody puts their devices on a floor plan.
final class FloorPlanJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder.resolve("data"));
    console.go(new Destination.FloorPlan());
    console.await("both devices wait", () -> waiting().getItems().size() == 2);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  private ListView<?> waiting() {
    if (!console.isThere("#plan-waiting")) {
      ((ToggleButton) console.find("#plan-arrange")).fire();
    }
    return (ListView<?>) console.find("#plan-waiting");
  }

  private FloorPlan plan() {
    return console
        .session()
        .floorPlan("warehouse_001")
        .orElseGet(() -> new FloorPlan("warehouse_001", new byte[0], Map.of()));
  }

  private Spot spot() {
    return Objects.requireNonNull(plan().spots().get("d07"));
  }

  @Test
  void iChooseAPictureOfMyStore() throws Exception {
    Path file = folder.resolve("store.png");
    onFx(() -> {
      PngFile.write(new WritableImage(320, 200), file);
      return true;
    });
    console.click("#plan-choose");
    console.type("#plan-path", file.toString());
    console.click("#plan-use");
    console.await("it is kept", () -> plan().picture().length == Files.size(file));
    console.click("#plan-choose");
    console.type("#plan-path", folder.resolve("data").toString());
    console.click("#plan-use");
    console.await(
        "a folder is no picture", () -> console.text("#plan-trouble").contains("cannot be read"));
  }

  @Test
  void iArrangeAndChooseThePictureByKeys() throws Exception {
    console.press(KeyCode.A);
    console.await("it stays as it is", () -> !console.isThere("#plan-waiting"));
    console.press(KeyCode.A);
    console.await("the devices wait beside it", () -> console.isThere("#plan-waiting"));
    console.press(KeyCode.P);
    console.await("the card asks for a file", () -> console.isThere("#plan-path"));
  }

  @Test
  void iPutADeviceOnThePlanWithTheKeyboardAndDragItWithTheMouse() throws Exception {
    onFx(() -> {
      waiting().getSelectionModel().selectFirst();
      waiting().requestFocus();
      return true;
    });
    console.press(KeyCode.ENTER);
    console.await(
        "it stands in the middle", () -> new Spot(0.5, 0.5).equals(plan().spots().get("d07")));
    console.press(KeyCode.LEFT);
    console.await("it was moved", () -> Math.abs(spot().x() - 0.49) < 1e-9);
    onFx(() -> {
      Node canvas = console.find("#plan");
      var box = canvas.getLayoutBounds();
      double x = box.getWidth() * 0.49;
      double y = box.getHeight() * 0.5;
      mouse(canvas, MouseEvent.MOUSE_PRESSED, x, y);
      mouse(canvas, MouseEvent.MOUSE_DRAGGED, box.getWidth() * 0.25, box.getHeight() * 0.25);
      mouse(canvas, MouseEvent.MOUSE_RELEASED, box.getWidth() * 0.25, box.getHeight() * 0.25);
      return true;
    });
    console.await("it was dragged", () -> Math.abs(spot().y() - 0.25) < 1e-9);
    assertEquals(1, onFx(() -> waiting().getItems().size()));
    assertTrue(onFx(() -> console.find("#plan").getAccessibleText()).contains("Vaccine fridge 07"));
    console.press(KeyCode.DELETE);
    console.await("it is off again", () -> plan().spots().isEmpty());
  }

  /// @param x px on the node, as `y`
  private static void mouse(Node on, EventType<MouseEvent> what, double x, double y) {
    var at = on.localToScene(x, y);
    Event.fireEvent(
        on,
        new MouseEvent(
            what,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
