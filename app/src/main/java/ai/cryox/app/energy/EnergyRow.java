package ai.cryox.app.energy;

import ai.cryox.core.device.Device;
import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.Tariff;
import org.jspecify.annotations.Nullable;

/// A line of the list.
///
/// @param device which unit
/// @param energy what it drew
/// @param tariff what energy costs where it stands, or `null`
/// @param baseline what it is compared with, or `null`
record EnergyRow(
    Device device, UnitEnergy energy, @Nullable Tariff tariff, @Nullable Baseline baseline) {
  double cost() {
    return energy.cost(tariff);
  }

  double saved() {
    return energy.saved(baseline);
  }
}
