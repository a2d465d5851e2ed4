package ai.cryox.core.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Explains gaps by what is known of the time: monitoring that was off before a link that was down
/// before a sensor that was silent.
///
/// @param off when the backend did not run, in order
/// @param linkDown when the way from this sensor was down, in order
/// @param silent when an alarm said that this sensor was silent, in order
/// @param splinter what is shorter is not told apart
public record GapCauses(
    List<Stretch> off, List<Stretch> linkDown, List<Stretch> silent, Duration splinter) {
  public GapCauses {
    off = List.copyOf(off);
    linkDown = List.copyOf(linkDown);
    silent = List.copyOf(silent);
  }

  /// The same gaps, each cut into stretches of one cause.
  public List<Gap> explain(List<Gap> gaps) {
    List<Gap> explained = new ArrayList<>();
    gaps.forEach(gap -> explain(gap, explained));
    return explained;
  }

  private void explain(Gap gap, List<Gap> into) {
    Instant at = gap.from();
    for (Stretch stretch : off) {
      if (stretch.meets(at, gap.until())) {
        Gap part = gap.between(stretch.from(), stretch.until(), Gap.Cause.MONITORING_OFF);
        part = part.from().isBefore(at) ? new Gap(at, part.until(), part.cause()) : part;
        if (isSplinter(at, part.from())) {
          part = new Gap(at, part.until(), part.cause());
        } else {
          into.add(new Gap(at, part.from(), otherCause(at, part.from())));
        }
        if (isSplinter(part.until(), gap.until())) {
          part = new Gap(part.from(), gap.until(), part.cause());
        }
        into.add(part);
        at = part.until();
      }
    }
    if (at.isBefore(gap.until())) {
      into.add(new Gap(at, gap.until(), otherCause(at, gap.until())));
    }
  }

  private boolean isSplinter(Instant from, Instant until) {
    return Duration.between(from, until).compareTo(splinter) < 0;
  }

  private Gap.Cause otherCause(Instant from, Instant until) {
    if (linkDown.stream().anyMatch(stretch -> stretch.meets(from, until))) {
      return Gap.Cause.LINK_DOWN;
    }
    return silent.stream().anyMatch(stretch -> stretch.meets(from, until))
        ? Gap.Cause.SENSOR_SILENT
        : Gap.Cause.UNKNOWN;
  }
}
