package ai.cryox.app.fx;

import java.util.Arrays;
import javafx.animation.AnimationTimer;

/// How smooth the console runs: frames a second, the slowest frames, and work that held the FX
/// thread for longer than one frame. Measures frames only between {@link #start} and {@link #stop},
/// because asking for every frame costs power. FX thread only.
public final class FrameMeter {
  /// Work on the FX thread must not take longer, ms.
  public static final double LONGEST_TASK_MS = 16;

  private static final int KEPT = 36_000;

  private final long[] frames = new long[KEPT];
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame(now);
        }
      };
  private int count;
  private long last;
  private long tasks;
  private long slowTasks;
  private long slowestTask;
  private long pictures;
  private boolean drew;

  /// What was measured.
  ///
  /// @param fps frames a second
  /// @param picturesPerSecond those of them for which a screen drew something new
  /// @param p99FrameMs one frame in a hundred took longer
  /// @param worstFrameMs the slowest frame
  /// @param tasks beats handled on the FX thread
  /// @param tasksOver16Ms how many of them took longer than a frame
  /// @param slowestTaskMs the slowest of them
  public record Result(
      double fps,
      double picturesPerSecond,
      double p99FrameMs,
      double worstFrameMs,
      long tasks,
      long tasksOver16Ms,
      double slowestTaskMs) {}

  /// Forgets what was measured and starts anew.
  public void start() {
    count = 0;
    last = 0;
    tasks = 0;
    slowTasks = 0;
    slowestTask = 0;
    pictures = 0;
    drew = false;
    timer.start();
  }

  /// Stops measuring.
  ///
  /// @return what was measured; zeros if there was no frame
  public Result stop() {
    timer.stop();
    int kept = Math.min(count, KEPT);
    long[] sorted = Arrays.copyOf(frames, kept);
    Arrays.sort(sorted);
    double totalNanos = Arrays.stream(sorted).sum();
    double fps = totalNanos == 0 ? 0 : kept * 1e9 / totalNanos;
    return new Result(
        fps,
        count == 0 ? 0 : fps * pictures / count,
        kept == 0 ? 0 : sorted[(int) Math.min(kept - 1L, Math.round(kept * 0.99))] / 1e6,
        kept == 0 ? 0 : sorted[kept - 1] / 1e6,
        tasks,
        slowTasks,
        slowestTask / 1e6);
  }

  /// Notes how long a piece of work held the FX thread, ns.
  void taskTook(long nanos) {
    tasks++;
    slowestTask = Math.max(slowestTask, nanos);
    if (nanos > LONGEST_TASK_MS * 1e6) {
      slowTasks++;
    }
  }

  /// Notes that the frame to come shows something new.
  void drew() {
    drew = true;
  }

  private void frame(long now) {
    if (last != 0) {
      pictures += drew ? 1 : 0;
      frames[count % KEPT] = now - last;
      count++;
    }
    drew = false;
    last = now;
  }
}
