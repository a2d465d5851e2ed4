package ai.cryox.core.reading;

/// What a device measures, of itself or of the air around its goods, as it is kept over time.
public enum Quantity {
  /// Of the air or the goods, °C.
  TEMPERATURE("°C"),
  /// Relative humidity, percent.
  HUMIDITY("%"),
  /// Electrical power drawn, W.
  POWER("W"),
  /// Cooling efficiency, 0 to 1.
  EFFICIENCY(""),
  /// Charge left, percent.
  BATTERY("%"),
  /// Radio signal strength, dBm.
  SIGNAL("dBm");

  private final String unit;

  Quantity(String unit) {
    this.unit = unit;
  }

  /// Its unit, as people write it; empty if it has none.
  public String unit() {
    return unit;
  }
}
