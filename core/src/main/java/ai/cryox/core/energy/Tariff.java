package ai.cryox.core.energy;

/// What energy costs.
///
/// @param pricePerKilowattHour in the currency, 0 or more
/// @param currency ISO 4217, such as `EUR`
public record Tariff(double pricePerKilowattHour, String currency) {
  private static final double MOST = 1_000_000;

  /// Why this is no tariff, as a sentence; empty if it is one.
  public String problem() {
    if (!(pricePerKilowattHour >= 0 && pricePerKilowattHour <= MOST)) {
      return "A kilowatt-hour costs 0 or more.";
    }
    return currency.matches("[A-Z]{3}")
        ? ""
        : "A currency has three capital letters such as EUR, not '%s'.".formatted(currency);
  }
}
