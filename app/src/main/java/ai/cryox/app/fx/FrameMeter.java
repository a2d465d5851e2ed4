package ai.cryox.app.fx;

import java.util.Arrays;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// How smooth a window runs: frames a second, the slowest frames, and work that held the FX thread
/// for longer than one frame. Measures only between {@link #start} and {@link #stop}, because
/// asking for every frame costs power. FX thread only.
public final class FrameMeter {
  /// Work on the FX thread must not take longer, ms.
  public static final double LONGEST_TASK_MS = 16;

  private static final int KEPT = 36_000;

  private final long[] frames = new long[KEPT];
  private final long[] works = new long[KEPT];
  private long layoutSince;

  // Taken off again as the same object.
  private final Runnable beforeLayout = this::layoutBegins;
  private final Runnable afterLayout = this::layoutEnds;

  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame(now);
        }
      };
  private @Nullable Scene scene;
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
  /// @param tasks pieces of work on the FX thread: beats, answers from the background, style and
  ///   layout of a frame, and what else was told
  /// @param tasksOver16Ms how many of them took longer than a frame
  /// @param p999TaskMs one of them in a thousand took longer; of the last 36,000
  /// @param slowestTaskMs the slowest of them
  public record Result(
      double fps,
      double picturesPerSecond,
      double p99FrameMs,
      double worstFrameMs,
      long tasks,
      long tasksOver16Ms,
      double p999TaskMs,
      double slowestTaskMs) {}

  /// Forgets what was measured and starts anew.
  ///
  /// @param of whose style and layout is measured too
  public void start(Scene of) {
    stop();
    scene = of;
    of.addPreLayoutPulseListener(beforeLayout);
    of.addPostLayoutPulseListener(afterLayout);
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
    if (scene != null) {
      scene.removePreLayoutPulseListener(beforeLayout);
      scene.removePostLayoutPulseListener(afterLayout);
      scene = null;
    }
    long[] sorted = sorted(frames, count);
    double totalNanos = Arrays.stream(sorted).sum();
    double fps = totalNanos == 0 ? 0 : sorted.length * 1e9 / totalNanos;
    return new Result(
        fps,
        count == 0 ? 0 : fps * pictures / count,
        quantileMillis(sorted, 0.99),
        quantileMillis(sorted, 1),
        tasks,
        slowTasks,
        quantileMillis(sorted(works, tasks), 0.999),
        slowestTask / 1e6);
  }

  private static long[] sorted(long[] kept, long count) {
    long[] sorted = Arrays.copyOf(kept, (int) Math.min(count, KEPT));
    Arrays.sort(sorted);
    return sorted;
  }

  private static double quantileMillis(long[] sorted, double share) {
    int n = sorted.length;
    return n == 0 ? 0 : sorted[(int) Math.min(n - 1L, Math.round(n * share))] / 1e6;
  }

  /// Notes how long a piece of work held the FX thread, ns.
  public void taskTook(long nanos) {
    works[(int) (tasks % KEPT)] = nanos;
    tasks++;
    slowestTask = Math.max(slowestTask, nanos);
    if (nanos > LONGEST_TASK_MS * 1e6) {
      slowTasks++;
    }
  }

  private void layoutBegins() {
    layoutSince = System.nanoTime();
  }

  private void layoutEnds() {
    taskTook(System.nanoTime() - layoutSince);
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
