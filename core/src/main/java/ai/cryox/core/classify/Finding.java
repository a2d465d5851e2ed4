package ai.cryox.core.classify;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.time.Instant;

/// What the classifier found changed by a reading.
public sealed interface Finding {
  /// Which of the device's conditions changed.
  Condition condition();

  /// Event time of the reading.
  Instant time();

  /// The reading's temperature, °C; of a rate the rate, °C a minute, or NaN if there is none any
  /// more.
  double value();

  /// A limit counts as violated, or a worse or a lesser one than before.
  ///
  /// @param severity of the worst limit violated now
  /// @param limit that limit's value, in the condition's unit
  record Violated(Condition condition, Instant time, double value, Severity severity, double limit)
      implements Finding {}

  /// No limit on that side counts as violated any more.
  record Returned(Condition condition, Instant time, double value) implements Finding {}
}
