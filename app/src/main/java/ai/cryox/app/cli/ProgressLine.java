package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Says every two seconds how far a long check is.
final class ProgressLine {
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final PrintWriter err;
  private final InstantSource clock;
  private Instant next;

  ProgressLine(PrintWriter err, InstantSource clock) {
    this.err = err;
    this.clock = clock;
    this.next = clock.instant().plus(BETWEEN);
  }

  void checked(int series, int of) {
    Instant now = clock.instant();
    if (!now.isBefore(next)) {
      next = now.plus(BETWEEN);
      err.printf("%d of %d series checked%n", series, of);
      err.flush();
    }
  }
}
