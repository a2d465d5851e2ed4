package ai.cryox.app.overview;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.plan.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// What mouse and keyboard do on a floor plan: choose and open devices, and while it is being
/// arranged move them. FX thread only.
final class PlanHands {
  /// An arrow key moves by this part of the picture.
  private static final double STEP = 0.01;

  private final ScreenContext context;
  private final OverviewModel model;
  private final PlanCanvas plan;
  private final BooleanSupplier arranging;
  private final Runnable onPlaced;
  private final Runnable onChanged;
  private final TileWords words;
  private @Nullable String dragged;
  private boolean moved;

  /// @param arranging whether devices can be moved now
  /// @param onPlaced told when places are to be kept
  /// @param onChanged told when a device came onto the plan or went off it
  PlanHands(
      ScreenContext context,
      OverviewModel model,
      PlanCanvas plan,
      BooleanSupplier arranging,
      Runnable onPlaced,
      Runnable onChanged) {
    this.context = context;
    this.model = model;
    this.plan = plan;
    this.arranging = arranging;
    this.onPlaced = onPlaced;
    this.onChanged = onChanged;
    this.words = new TileWords(context.units());
    Node canvas = plan.canvas();
    canvas.setId("plan");
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    canvas.setOnDragOver(this::over);
    canvas.setOnDragDropped(this::drop);
  }

  private void press(MouseEvent event) {
    plan.canvas().requestFocus();
    dragged = plan.deviceAt(event.getX(), event.getY());
    moved = false;
    select(dragged);
    if (event.getClickCount() == 2) {
      open();
    }
  }

  private void drag(MouseEvent event) {
    if (dragged != null && arranging.getAsBoolean()) {
      plan.place(dragged, plan.spotAt(event.getX(), event.getY()));
      moved = true;
    }
  }

  private void release() {
    if (moved) {
      moved = false;
      onPlaced.run();
    }
  }

  private void over(DragEvent event) {
    if (arranging.getAsBoolean() && event.getDragboard().hasString()) {
      event.acceptTransferModes(TransferMode.MOVE);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    String deviceId = event.getDragboard().getString();
    boolean known = deviceId != null && model.indexOf(deviceId) >= 0;
    if (known && arranging.getAsBoolean()) {
      put(deviceId, plan.spotAt(event.getX(), event.getY()));
    }
    event.setDropCompleted(known);
    event.consume();
  }

  /// Puts a device somewhere, and keeps that.
  void put(String deviceId, Spot spot) {
    plan.place(deviceId, spot);
    select(deviceId);
    onChanged.run();
    onPlaced.run();
    plan.canvas().requestFocus();
  }

  private void select(@Nullable String deviceId) {
    int tile = deviceId == null ? -1 : model.indexOf(deviceId);
    model.select(tile);
    if (tile >= 0) {
      plan.canvas().setAccessibleText(words.describe(model.face(tile), context.clock().instant()));
    }
    plan.draw();
  }

  private void open() {
    String id = model.selectedId();
    if (id != null) {
      context.frame().go(new Destination.OneDevice(id));
    }
  }

  private void key(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown()) {
      return;
    }
    boolean done =
        switch (event.getCode()) {
          case ENTER -> {
            open();
            yield true;
          }
          case LEFT -> arrow(-1, 0);
          case RIGHT -> arrow(1, 0);
          case UP -> arrow(0, -1);
          case DOWN -> arrow(0, 1);
          case DELETE -> remove();
          default -> false;
        };
    if (done) {
      event.consume();
    }
  }

  /// Moves what is chosen while the plan is arranged; chooses the next or the one before else.
  private boolean arrow(int right, int down) {
    String chosen = model.selectedId();
    Spot spot = chosen == null ? null : plan.spots().get(chosen);
    if (chosen != null && spot != null && arranging.getAsBoolean()) {
      plan.place(chosen, Spot.nearest(spot.x() + right * STEP, spot.y() + down * STEP));
      onPlaced.run();
      return true;
    }
    List<String> there = new ArrayList<>(plan.spots().keySet());
    there.removeIf(id -> model.indexOf(id) < 0);
    there.sort((one, other) -> Integer.compare(model.indexOf(one), model.indexOf(other)));
    if (there.isEmpty()) {
      return false;
    }
    int at = chosen == null ? -1 : there.indexOf(chosen);
    select(there.get(Math.clamp(at + right + down, 0, there.size() - 1)));
    return true;
  }

  private boolean remove() {
    String chosen = model.selectedId();
    if (chosen == null || !arranging.getAsBoolean()) {
      return false;
    }
    plan.remove(chosen);
    onChanged.run();
    onPlaced.run();
    return true;
  }
}
