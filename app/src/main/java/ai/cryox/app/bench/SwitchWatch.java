package ai.cryox.app.bench;

import ai.cryox.app.fx.FrameMeter;
import ai.cryox.app.fx.FxThread;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Measures from a key to the frame that shows what it leads to. Not on the FX thread, except where
/// it says so.
final class SwitchWatch {
  private final Scene scene;
  private final FrameMeter meter;
  private final WritableImage pixel = new WritableImage(1, 1);
  private final Node nothing = new Group();
  private long pulseFrom;

  /// @param meter told how long handling a key held the FX thread
  SwitchWatch(Scene scene, FrameMeter meter) {
    this.scene = scene;
    this.meter = meter;
  }

  /// One way from a key to a frame.
  ///
  /// @param shownNanos until the frame is drawn
  /// @param handledNanos processor time for handling the key: the first piece of work on the FX
  ///   thread
  /// @param laidOutNanos processor time for style and layout: the second piece
  record Switch(long shownNanos, long handledNanos, long laidOutNanos) {
    long workNanos() {
      return handledNanos + laidOutNanos;
    }
  }

  /// Presses the key and waits for the frame.
  Switch press(KeyCodeCombination key) {
    CompletableFuture<Switch> shown = new CompletableFuture<>();
    FxThread.get(() -> {
      long from = System.nanoTime();
      long before = cpuNanos();
      fire(key);
      long handled = cpuNanos() - before;
      meter.taskTook(System.nanoTime() - from);
      awaitFrame(from, handled, shown);
      return shown;
    });
    return shown.join();
  }

  /// Of this thread, so that what else the machine does is not blamed on a screen.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void fire(KeyCodeCombination key) {
    boolean shortcut = key.getShortcut() == KeyCombination.ModifierValue.DOWN;
    Node owner = scene.getFocusOwner();
    Event.fireEvent(
        owner == null ? scene.getRoot() : owner,
        new KeyEvent(
            KeyEvent.KEY_PRESSED, "", "", key.getCode(), false, shortcut, false, shortcut));
  }

  /// The next frame is laid out, handed to the thread that draws, and drawn. That thread does one
  /// thing after the other, so a picture of nothing is ready only after the frame. FX thread.
  private void awaitFrame(long from, long handled, CompletableFuture<Switch> shown) {
    Runnable before = () -> pulseFrom = cpuNanos();
    Runnable after =
        new Runnable() {
          @Override
          public void run() {
            scene.removePreLayoutPulseListener(before);
            scene.removePostLayoutPulseListener(this);
            long laidOut = cpuNanos() - pulseFrom;
            FxThread.later(() -> {
              nothing.snapshot(null, pixel);
              shown.complete(new Switch(System.nanoTime() - from, handled, laidOut));
            });
          }
        };
    scene.addPreLayoutPulseListener(before);
    scene.addPostLayoutPulseListener(after);
    scene.getRoot().requestLayout();
    Platform.requestNextPulse();
  }

  /// F1, or Ctrl with a letter.
  static KeyCodeCombination key(KeyCode code) {
    return code.isFunctionKey()
        ? new KeyCodeCombination(code)
        : new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
