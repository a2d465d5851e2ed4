package ai.cryox.app.energy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Several units together. Pure.
///
/// @param units how many said their power
/// @param watts mean power of all
/// @param kilowattHours drawn by all
/// @param saved kWh, by those that have a baseline; NaN if none has
/// @param cost by currency; of those that have a tariff
record EnergyTotals(
    int units, double watts, double kilowattHours, double saved, Map<String, Double> cost) {
  static EnergyTotals of(List<EnergyRow> rows) {
    int units = 0;
    double watts = 0;
    double energy = 0;
    double saved = Double.NaN;
    Map<String, Double> cost = new TreeMap<>();
    for (EnergyRow row : rows) {
      if (!row.energy().isKnown()) {
        continue;
      }
      units++;
      watts += row.energy().watts();
      energy += row.energy().kilowattHours();
      if (!Double.isNaN(row.saved())) {
        saved = (Double.isNaN(saved) ? 0 : saved) + row.saved();
      }
      if (row.tariff() != null) {
        cost.merge(row.tariff().currency(), row.cost(), Double::sum);
      }
    }
    return new EnergyTotals(units, watts, energy, saved, cost);
  }
}
