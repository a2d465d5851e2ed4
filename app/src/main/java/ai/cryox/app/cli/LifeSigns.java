package ai.cryox.app.cli;

import ai.cryox.app.service.Supervisor;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Tells the supervisor now and then that work goes on, as long as it does: one that hears nothing
/// starts the process again.
final class LifeSigns {
  private final Supervisor supervisor;
  private final BooleanSupplier works;
  private Instant next = Instant.EPOCH;

  LifeSigns(Supervisor supervisor, BooleanSupplier works) {
    this.supervisor = supervisor;
    this.works = works;
  }

  /// Gives one if one is due.
  void give(Instant now) {
    Duration between = supervisor.betweenSignsOfLife();
    if (!between.isZero() && !now.isBefore(next) && works.getAsBoolean()) {
      supervisor.alive();
      next = now.plus(between);
    }
  }
}
