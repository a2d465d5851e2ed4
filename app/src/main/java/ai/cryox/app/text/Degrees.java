package ai.cryox.app.text;

/// In what people read temperatures. What is stored, sent and typed is °C always.
public enum Degrees {
  /// °C.
  CELSIUS("°C", 1, 0),
  /// °F.
  FAHRENHEIT("°F", 1.8, 32);

  private final String sign;
  private final double factor;
  private final double offset;

  Degrees(String sign, double factor, double offset) {
    this.sign = sign;
    this.factor = factor;
    this.offset = offset;
  }

  /// `°C` or `°F`.
  public String sign() {
    return sign;
  }

  /// A temperature.
  public double of(double celsius) {
    return celsius * factor + offset;
  }

  /// A difference between two temperatures.
  public double ofDifference(double kelvin) {
    return kelvin * factor;
  }
}
