package ai.cryox.backend.classify;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceFinding;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.classify.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds that the backend's own clock jumped: it went back, or on by another time than passed.
/// Whoever looks at times of that moment must know. Belongs to the pipeline's thread.
public final class ClockWatch {
  /// Where a jump is reported.
  static final String PART = Alarm.SYSTEM + "clock";

  /// Clocks are set by a second now and then; that is no jump.
  private static final Duration SMALLEST_JUMP = Duration.ofSeconds(10);

  private final Supplier<AlarmDesign> design;
  private final LongSupplier elapsed;
  private @Nullable Instant lastNow;
  private long lastNanos;

  /// @param elapsed nanoseconds from any origin, by something that cannot be set; 0 = there is
  ///   none, and only a clock that goes back is found
  public ClockWatch(Supplier<AlarmDesign> design, LongSupplier elapsed) {
    this.design = design;
    this.elapsed = elapsed;
  }

  /// Adds findings if the clock jumped since the last look.
  public void look(Batch batch) {
    long nanos = elapsed.getAsLong();
    Instant before = lastNow;
    if (before != null && design.get().limit(Condition.CLOCK) != null) {
      Duration gone = Duration.between(before, batch.now());
      boolean measured = nanos != 0 && lastNanos != 0;
      Duration jump =
          measured ? gone.minusNanos(nanos - lastNanos) : gone.isNegative() ? gone : Duration.ZERO;
      if (jump.abs().compareTo(SMALLEST_JUMP) >= 0) {
        report(jump, batch);
      }
    }
    lastNow = batch.now();
    lastNanos = nanos;
  }

  private void report(Duration jump, Batch batch) {
    String message =
        jump.isNegative()
            ? "The clock of this machine went back by %d s. Times around that moment are doubtful."
                .formatted(-jump.toSeconds())
            : "The clock of this machine jumped ahead by %d s, or the machine slept so long. Times around that moment are doubtful."
                .formatted(jump.toSeconds());
    Finding.Violated jumped =
        new Finding.Violated(
            Condition.CLOCK,
            batch.now(),
            Double.NaN,
            design.get().severityOf(Condition.CLOCK),
            Double.NaN);
    batch.findings.add(new DeviceFinding(PART, "", jumped, message));
    batch.findings.add(
        new DeviceFinding(PART, new Finding.Returned(Condition.CLOCK, batch.now(), Double.NaN)));
  }
}
