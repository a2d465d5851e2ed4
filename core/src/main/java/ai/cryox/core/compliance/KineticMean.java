package ai.cryox.core.compliance;

/// Mean kinetic temperature (USP <1079.2>): the one temperature at which goods would have aged as
/// much as they did. Weighted by time; sums in logarithms, so that no temperature overflows. The
/// order of what is added and the splitting of an interval change nothing but the last digits. One
/// thread.
public final class KineticMean {
  /// The usual activation energy, kJ/mol.
  public static final double USUAL_ENERGY = 83.144;

  /// The gas constant as the formula is printed, J/(mol K).
  private static final double GAS = 8.3144;

  static final double ZERO_CELSIUS = 273.15;

  private final double ratio;
  private double largest = Double.NEGATIVE_INFINITY;
  private double scaled;
  private double time;

  /// With the usual activation energy, ΔH/R = 10,000 K.
  public KineticMean() {
    this(USUAL_ENERGY);
  }

  /// @param energy activation energy, kJ/mol, above 0
  public KineticMean(double energy) {
    this.ratio = ratio(energy);
  }

  /// ΔH/R, K.
  static double ratio(double energy) {
    if (!(energy > 0) || !Double.isFinite(energy)) {
      throw new IllegalArgumentException(
          "An activation energy must be above 0 kJ/mol, not %s.".formatted(energy));
    }
    return energy * 1_000 / GAS;
  }

  /// Adds a temperature that was held for a while.
  ///
  /// @param celsius above absolute zero; anything else counts as nothing
  /// @param millis how long, milliseconds; 0 or less counts as nothing
  public void add(double celsius, long millis) {
    if (millis <= 0 || !(celsius > -ZERO_CELSIUS)) {
      return;
    }
    double exponent = -ratio / (celsius + ZERO_CELSIUS);
    if (exponent > largest) {
      scaled = scaled * Math.exp(largest - exponent) + millis;
      largest = exponent;
    } else {
      scaled += millis * Math.exp(exponent - largest);
    }
    time += millis;
  }

  /// The mean so far, °C; NaN before anything was added.
  public double celsius() {
    return time == 0 ? Double.NaN : ratio / -(Math.log(scaled / time) + largest) - ZERO_CELSIUS;
  }
}
