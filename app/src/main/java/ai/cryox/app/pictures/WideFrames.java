package ai.cryox.app.pictures;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Arrays;

/// JavaFX's platform without a display keeps a thousand by a thousand pixels, however large its
/// windows are, and complains of each frame that goes beyond. Pictures are snapshots of the scene
/// and need no such frame: these complaints are dropped, all others go on.
final class WideFrames implements UncaughtExceptionHandler {
  private static final String HEADLESS_WINDOW = "com.sun.glass.ui.headless.HeadlessWindow";

  private final UncaughtExceptionHandler others;

  private WideFrames(UncaughtExceptionHandler others) {
    this.others = others;
  }

  /// From now on. FX thread.
  ///
  /// @return what drops them
  static WideFrames drop() {
    Thread fx = Thread.currentThread();
    WideFrames dropping = new WideFrames(fx.getUncaughtExceptionHandler());
    fx.setUncaughtExceptionHandler(dropping);
    return dropping;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failed) {
    if (!isWideFrame(failed)) {
      others.uncaughtException(thread, failed);
    }
  }

  static boolean isWideFrame(Throwable failed) {
    return failed instanceof IndexOutOfBoundsException
        && Arrays.stream(failed.getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals(HEADLESS_WINDOW));
  }
}
