package ai.cryox.core.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one device's readings of a period amount to. Temperatures are °C, corrected, and NaN where
/// there are none.
///
/// A reading holds until the next one, at most the gap limit; the last one holds one sampling
/// period. All means and times are of this.
///
/// @param received readings in the period
/// @param expected readings that were due
/// @param late readings that came too late to alarm anybody
/// @param covered time that readings held
/// @param smallest the coldest
/// @param smallestAt when that was, or `null` without readings
/// @param mean weighted by time
/// @param largest the warmest
/// @param largestAt when that was, or `null` without readings
/// @param kinetic mean kinetic temperature; NaN where it says nothing
/// @param safe time within the storage range
/// @param beyond of each limit there was, in order of time, then level
/// @param gaps at most {@link FigureMeter#MOST_GAPS} of them, in order
/// @param gapCount how many there were
/// @param missing the length of all gaps together
public record Figures(
    long received,
    long expected,
    long late,
    Duration covered,
    double smallest,
    @Nullable Instant smallestAt,
    double mean,
    double largest,
    @Nullable Instant largestAt,
    double kinetic,
    Duration safe,
    List<LimitTime> beyond,
    List<Gap> gaps,
    int gapCount,
    Duration missing) {
  public Figures {
    beyond = List.copyOf(beyond);
    gaps = List.copyOf(gaps);
  }

  /// The part of the covered time within the storage range, 0 to 1; NaN without readings.
  public double safePart() {
    return covered.isZero() ? Double.NaN : (double) safe.toMillis() / covered.toMillis();
  }

  /// The part of the period that is not missing, 0 to 1.
  ///
  /// @param period how long it is, above 0
  public double completePart(Duration period) {
    return 1 - Math.min(1, (double) missing.toMillis() / period.toMillis());
  }

  /// The same figures with their gaps explained.
  public Figures explained(GapCauses causes) {
    return new Figures(
        received,
        expected,
        late,
        covered,
        smallest,
        smallestAt,
        mean,
        largest,
        largestAt,
        kinetic,
        safe,
        beyond,
        causes.explain(gaps),
        gapCount,
        missing);
  }
}
