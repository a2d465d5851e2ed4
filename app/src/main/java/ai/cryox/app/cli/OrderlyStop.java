package ai.cryox.app.cli;

import ai.cryox.app.wiring.Monitoring;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// Works off what waits and lets the data folder go, in a time that every service manager allows.
final class OrderlyStop {
  private static final Logger LOG = System.getLogger(OrderlyStop.class.getName());
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int LATE = 1;

  private OrderlyStop() {}

  /// Stops monitoring. If that takes too long the process ends: what was not acknowledged by then
  /// devices send again.
  static void of(Monitoring monitoring) throws InterruptedException {
    Thread guard = Thread.ofPlatform().name("stop guard").daemon().start(OrderlyStop::endLate);
    monitoring.close();
    guard.interrupt();
    guard.join();
  }

  private static void endLate() {
    try {
      Thread.sleep(LONGEST);
      LOG.log(Level.ERROR, "Not all was worked off within {0} s; ending.", LONGEST.toSeconds());
      Runtime.getRuntime().halt(LATE);
    } catch (InterruptedException inTime) {
      Thread.currentThread().interrupt();
    }
  }
}
