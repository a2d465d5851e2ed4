package ai.cryox.core.health;

/// One measured value.
///
/// @param value in the measure's unit
public record Figure(Measure measure, double value, Verdict verdict) {
  /// Judges a value by its measure's goal.
  public static Figure of(Measure measure, double value) {
    Verdict verdict =
        value <= measure.goal()
            ? Verdict.GOOD
            : value <= measure.acceptable() ? Verdict.FAIR : Verdict.POOR;
    return new Figure(measure, value, verdict);
  }

  /// A value of which there is too little to judge it.
  public static Figure unjudged(Measure measure, double value) {
    return new Figure(measure, value, Verdict.UNKNOWN);
  }
}
