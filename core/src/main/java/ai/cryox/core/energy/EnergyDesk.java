package ai.cryox.core.energy;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.ForbiddenException;
import java.time.Instant;

/// One person's way to tariffs and baselines. Any thread; blocks. Throws {@link BackendException}
/// when the backend cannot answer and {@link ForbiddenException} when the person may not.
public interface EnergyDesk {
  /// What was decided, of the facilities that the person sees.
  EnergyBook book();

  /// Says what energy costs in a facility; durable when it returns.
  ///
  /// @param facilityId empty for all of which nobody said anything
  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  void saveTariff(String facilityId, Tariff tariff);

  /// Compares a device with a period from now on; durable when it returns.
  ///
  /// @throws IllegalArgumentException if the device said too little of its power in it, with a
  ///   sentence
  Baseline chooseBaseline(String deviceId, Instant from, Instant until);

  /// Compares a device with nothing any more.
  void removeBaseline(String deviceId);
}
