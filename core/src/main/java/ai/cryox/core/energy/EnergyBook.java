package ai.cryox.core.energy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people decided about energy.
///
/// @param tariffs by facility; the empty name stands for all others
/// @param baselines at most one for each device
public record EnergyBook(Map<String, Tariff> tariffs, List<Baseline> baselines) {
  /// Nobody decided anything.
  public static final EnergyBook EMPTY = new EnergyBook(Map.of(), List.of());

  public EnergyBook {
    tariffs = Map.copyOf(tariffs);
    baselines = List.copyOf(baselines);
  }

  /// What energy costs in a facility, or `null` if nobody said.
  public @Nullable Tariff tariff(String facilityId) {
    Tariff own = tariffs.get(facilityId);
    return own == null ? tariffs.get("") : own;
  }

  /// What a device is compared with, or `null`.
  public @Nullable Baseline baseline(String deviceId) {
    return baselines.stream()
        .filter(baseline -> baseline.deviceId().equals(deviceId))
        .findFirst()
        .orElse(null);
  }
}
