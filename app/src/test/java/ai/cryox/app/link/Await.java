package ai.cryox.app.link;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition with a deadline.
public final class Await {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Await() {}

  /// Fails if it is not true within a minute.
  public static void until(String what, BooleanSupplier condition) {
    until(what, LONGEST, condition);
  }

  /// Fails if it is not true within so long.
  public static void until(String what, Duration longest, BooleanSupplier condition) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
