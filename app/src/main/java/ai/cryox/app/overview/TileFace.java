package ai.cryox.app.overview;

import ai.cryox.app.screen.StateTag;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.live.DeviceLive;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything a tile says, worked out once for each change and not once for each frame.
///
/// @param live what it is made from
/// @param value number without unit, or a dash
/// @param degrees `°C` or `°F`
/// @param tag the state in capitals; empty when there is nothing to say
/// @param hint minutes to the limit or speed of change; may be empty
/// @param drift where the value goes
/// @param stale whether the value must not look live
/// @param ageTag how old a stale value is; empty when it is live
/// @param unacknowledged whether somebody still has to acknowledge something here
record TileFace(
    DeviceLive live,
    String value,
    String degrees,
    StateTag tag,
    String hint,
    Drift drift,
    boolean stale,
    String ageTag,
    boolean unacknowledged) {
  /// Slower than this counts as level, °C a minute.
  private static final double LEVEL_SLOPE = 0.03;

  /// Further away than this, a limit is not worth a warning.
  private static final Duration FAR_AWAY = Duration.ofMinutes(60);

  /// Where a value goes.
  enum Drift {
    /// Too little is known.
    UNKNOWN,
    /// It rises.
    UP,
    /// It falls.
    DOWN,
    /// Neither.
    LEVEL
  }

  /// The face of a device at a moment.
  static TileFace of(DeviceLive live, Instant now, Units units) {
    boolean stale = live.isStale(now);
    double slope = live.trace().slopePerMinute();
    StateTag tag = StateTag.of(live, units.messages());
    return new TileFace(
        live,
        live.newest() == null ? Units.NONE : units.bareTemperature(temperature(live)),
        units.degrees().sign(),
        tag,
        stale ? "" : hintOf(live, slope, tag.severity(), units),
        stale ? Drift.UNKNOWN : driftOf(slope),
        stale,
        ageTagOf(live, stale, now, units),
        live.needsAcknowledgement());
  }

  /// Of its worst alarm about the goods that is present, or `null`; silence is no severity but a
  /// look of its own.
  @Nullable Severity severity() {
    return tag.severity();
  }

  /// Whether time alone changed what this tile says.
  boolean isOutdated(Instant now, Units units) {
    boolean staleNow = live.isStale(now);
    return staleNow != stale || (stale && !ageTag.equals(ageTagOf(live, true, now, units)));
  }

  /// Whether the tile needs not be drawn again because it looks as it did, in so much room.
  boolean looksLike(TileFace was, Density room) {
    return switch (room) {
      // The sparkline goes on with each reading.
      case BIG, COMFORTABLE -> false;
      case COMPACT ->
          value.equals(was.value)
              && degrees.equals(was.degrees)
              && hint.equals(was.hint)
              && drift == was.drift
              && ageTag.equals(was.ageTag)
              && tag.equals(was.tag)
              && stale == was.stale
              && unacknowledged == was.unacknowledged
              && live.device().name().equals(was.live.device().name());
      case DENSE -> value.equals(was.value) && hasSignOf(was);
      case DOTS -> hasSignOf(was);
    };
  }

  private boolean hasSignOf(TileFace was) {
    return severity() == was.severity()
        && stale == was.stale
        && unacknowledged == was.unacknowledged
        && tag.aside() == was.tag.aside();
  }

  /// Its place when the worst come first: smaller is worse.
  int rank() {
    Severity severity = severity();
    if (severity != null) {
      return severity == Severity.CRITICAL ? 0 : 1;
    }
    return stale || unacknowledged ? 2 : 3;
  }

  private static double temperature(DeviceLive live) {
    var newest = live.newest();
    return newest == null ? Double.NaN : newest.reading().temperature();
  }

  private static String hintOf(
      DeviceLive live, double slope, @Nullable Severity severity, Units units) {
    double value = temperature(live);
    Messages messages = units.messages();
    if (value > live.limits().top() && severity == null) {
      return messages.text("tile.above", units.bareTemperature(live.limits().top()));
    }
    if (value < live.limits().bottom() && severity == null) {
      return messages.text("tile.below", units.bareTemperature(live.limits().bottom()));
    }
    if (Double.isNaN(slope) || Math.abs(slope) < LEVEL_SLOPE) {
      return "";
    }
    if (severity != null) {
      return units.steepness(slope);
    }
    double limit = slope > 0 ? live.limits().top() : live.limits().bottom();
    double minutes = (limit - value) / slope;
    return minutes >= 0 && minutes <= FAR_AWAY.toMinutes()
        ? messages.text("tile.minutes", Math.max(1, Math.round(minutes)))
        : "";
  }

  private static Drift driftOf(double slope) {
    if (Double.isNaN(slope)) {
      return Drift.UNKNOWN;
    }
    if (Math.abs(slope) < LEVEL_SLOPE) {
      return Drift.LEVEL;
    }
    return slope > 0 ? Drift.UP : Drift.DOWN;
  }

  private static String ageTagOf(DeviceLive live, boolean stale, Instant now, Units units) {
    Duration age = live.age(now);
    if (age == null) {
      return units.messages().text("tile.noData");
    }
    if (!stale) {
      return "";
    }
    // Whole ten seconds below a minute, so that a dead device is not redrawn each second.
    long seconds = age.toSeconds();
    Duration shown = seconds < 60 ? Duration.ofSeconds(seconds / 10 * 10) : age;
    return units.messages().text("tile.old", units.duration(shown));
  }
}
