package ai.cryox.app.trends;

import ai.cryox.app.text.Units;
import ai.cryox.core.reading.Quantity;

/// What is measured, in numbers and words. Pure.
public final class QuantityWords {
  private QuantityWords() {}

  /// What it is called.
  public static String name(Units units, Quantity quantity) {
    return units.messages().of("quantity", quantity);
  }

  /// A value without its unit, with as many decimals as make sense.
  public static String number(Units units, Quantity quantity, double value) {
    return switch (quantity) {
      case TEMPERATURE -> units.bareTemperature(value);
      case HUMIDITY, BATTERY, SIGNAL -> units.oneDecimal(value);
      case POWER -> Double.isFinite(value) ? signed(units, value) : Units.NONE;
      case EFFICIENCY ->
          Double.isFinite(value) ? units.decimal(Math.rint(value * 100) / 100) : Units.NONE;
    };
  }

  private static String signed(Units units, double value) {
    return (Math.round(value) < 0 ? String.valueOf(Units.MINUS) : "")
        + units.count(Math.round(Math.abs(value)));
  }

  /// The unit as it is shown.
  public static String unit(Units units, Quantity quantity) {
    return quantity == Quantity.TEMPERATURE ? units.degrees().sign() : quantity.unit();
  }

  /// A value with its unit; a dash for NaN.
  public static String value(Units units, Quantity quantity, double value) {
    String number = number(units, quantity, value);
    String unit = unit(units, quantity);
    return unit.isEmpty() || number.equals(Units.NONE) ? number : number + Units.THIN_SPACE + unit;
  }
}
