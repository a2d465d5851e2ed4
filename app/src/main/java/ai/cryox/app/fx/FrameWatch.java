package ai.cryox.app.fx;

import java.util.Arrays;
import javafx.animation.AnimationTimer;

/// How smooth the last minute was: frames in the last whole second, and the slowest frame of the
/// minute. Asks for every frame while it runs, which costs power: for developers. FX thread only.
public final class FrameWatch {
  private static final int SECONDS = 60;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final long[] worst = new long[SECONDS];
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame(now);
        }
      };
  private boolean running;
  private long last;
  private long second;
  private int frames;
  private int framesBefore;

  /// Starts or stops watching.
  public void run(boolean wanted) {
    if (wanted == running) {
      return;
    }
    running = wanted;
    last = 0;
    Arrays.fill(worst, 0);
    if (wanted) {
      timer.start();
    } else {
      timer.stop();
    }
  }

  /// Whether it watches.
  public boolean isRunning() {
    return running;
  }

  /// Takes in a frame.
  ///
  /// @param now ns, of any beginning
  void frame(long now) {
    if (last != 0) {
      long at = now / SECOND_NANOS;
      if (at != second) {
        forget(at);
      }
      frames++;
      int slot = (int) (at % SECONDS);
      worst[slot] = Math.max(worst[slot], now - last);
    } else {
      second = now / SECOND_NANOS;
    }
    last = now;
  }

  private void forget(long at) {
    for (long s = Math.max(second + 1, at - SECONDS + 1); s <= at; s++) {
      worst[(int) (s % SECONDS)] = 0;
    }
    framesBefore = frames;
    frames = 0;
    second = at;
  }

  /// Frames in the last whole second.
  public int framesPerSecond() {
    return framesBefore;
  }

  /// The slowest frame of the last minute, ms.
  public double worstMillis() {
    return Arrays.stream(worst).max().orElse(0) / 1e6;
  }
}
