package ai.cryox.backend.rights;

import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.EnergyBook;
import ai.cryox.core.energy.EnergyDesk;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.people.Action;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What one person may see and decide about energy.
record GuardedEnergyDesk(EnergyDesk desk, Rights rights, Whereabouts where) implements EnergyDesk {
  @Override
  public EnergyBook book() {
    rights.requireSomewhere(Action.WATCH);
    EnergyBook all = desk.book();
    if (rights.watchesEverything()) {
      return all;
    }
    Map<String, Tariff> tariffs = new HashMap<>(all.tariffs());
    tariffs.keySet().removeIf(facility -> !facility.isEmpty() && !rights.watches(facility));
    return new EnergyBook(
        tariffs,
        all.baselines().stream()
            .filter(baseline -> rights.watches(where.ofDevice(baseline.deviceId())))
            .toList());
  }

  @Override
  public void saveTariff(String facilityId, Tariff tariff) {
    if (facilityId.isEmpty()) {
      rights.requireEverywhere(Action.CONFIGURE_DEVICE);
    } else {
      rights.require(Action.CONFIGURE_DEVICE, facilityId);
    }
    desk.saveTariff(facilityId, tariff);
  }

  @Override
  public Baseline chooseBaseline(String deviceId, Instant from, Instant until) {
    rights.require(Action.CONFIGURE_DEVICE, where.ofDevice(deviceId));
    return desk.chooseBaseline(deviceId, from, until);
  }

  @Override
  public void removeBaseline(String deviceId) {
    rights.require(Action.CONFIGURE_DEVICE, where.ofDevice(deviceId));
    desk.removeBaseline(deviceId);
  }
}
