package ai.cryox.app.energy;

import ai.cryox.app.text.Units;
import java.util.Map;
import java.util.stream.Collectors;

/// Energy in words. Pure.
///
/// @param units numbers and words
record EnergyWords(Units units) {
  private static final double MANY_WATTS = 10_000;

  /// Whole watts; kilowatts from ten on, where single watts say nothing.
  String watts(double watts) {
    if (!Double.isFinite(watts)) {
      return Units.NONE;
    }
    return Math.abs(watts) < MANY_WATTS
        ? units.wholeWith(watts, "W")
        : units.oneDecimal(watts / 1000) + Units.THIN_SPACE + "kW";
  }

  String energy(double kilowattHours) {
    if (!Double.isFinite(kilowattHours)) {
      return Units.NONE;
    }
    // A fridge draws less than a kilowatt-hour a day.
    String number =
        Math.abs(kilowattHours) < 10
            ? units.decimal(Math.rint(kilowattHours * 100) / 100)
            : units.oneDecimal(kilowattHours);
    return number + Units.THIN_SPACE + "kWh";
  }

  String share(double share) {
    return Double.isFinite(share) ? units.wholeWith(share * 100, "%") : Units.NONE;
  }

  String money(double amount, String currency) {
    if (!Double.isFinite(amount)) {
      return Units.NONE;
    }
    String sign = Math.round(amount * 100) < 0 ? String.valueOf(Units.MINUS) : "";
    long cents = Math.round(Math.abs(amount) * 100);
    char point = units.oneDecimal(0).charAt(1);
    return sign
        + units.count(cents / 100)
        + point
        + (cents % 100 < 10 ? "0" : "")
        + cents % 100
        + Units.THIN_SPACE
        + currency;
  }

  String cost(EnergyRow row) {
    return row.tariff() == null ? Units.NONE : money(row.cost(), row.tariff().currency());
  }

  String efficiency(EnergyRow row) {
    return share(row.energy().efficiency());
  }

  String baseline(EnergyRow row) {
    return row.baseline() == null ? Units.NONE : watts(row.baseline().watts());
  }

  String saved(EnergyRow row) {
    return row.baseline() == null || Double.isNaN(row.saved())
        ? Units.NONE
        : units
            .messages()
            .text(
                "energy.savedOf",
                energy(row.saved()),
                share(row.energy().savedShare(row.baseline())));
  }

  /// All units together in one line.
  String totals(EnergyTotals totals) {
    String cost =
        totals.cost().isEmpty()
            ? units.messages().text("energy.noTariff")
            : totals.cost().entrySet().stream()
                .map((Map.Entry<String, Double> one) -> money(one.getValue(), one.getKey()))
                .collect(Collectors.joining(" + "));
    return units
        .messages()
        .text(
            "energy.totals",
            totals.units(),
            watts(totals.watts()),
            energy(totals.kilowattHours()),
            cost,
            Double.isNaN(totals.saved())
                ? units.messages().text("energy.noBaseline")
                : units.messages().text("energy.saved", energy(totals.saved())));
  }
}
