package ai.cryox.core.energy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What a unit drew in a period that later ones are compared with. The figure is kept, not only the
/// period: readings are deleted one day.
///
/// @param deviceId whose
/// @param from the period's first moment
/// @param until its end
/// @param watts mean power in it
/// @param windows of five minutes in which the unit said its power
/// @param chosenBy who chose the period
/// @param chosenAt when, truncated to milliseconds like the other two
public record Baseline(
    String deviceId,
    Instant from,
    Instant until,
    double watts,
    int windows,
    String chosenBy,
    Instant chosenAt) {
  public Baseline {
    from = from.truncatedTo(ChronoUnit.MILLIS);
    until = until.truncatedTo(ChronoUnit.MILLIS);
    chosenAt = chosenAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
