package ai.cryox.backend.api;

import ai.cryox.backend.energy.EnergyReader;
import ai.cryox.backend.metrics.Metrics;
import ai.cryox.backend.promise.MemoryPromises;
import ai.cryox.backend.promise.Promises;
import java.util.List;

/// What the API asks of the backend it belongs to, beside a session.
///
/// @param promises remembers answers and configurations
/// @param energy sums up what devices say of their power
/// @param metrics counts and measures
public record ApiPorts(Promises promises, EnergyReader energy, Metrics metrics) {
  /// Of a server whose backend keeps nothing: promises hold until it stops, and nobody says their
  /// power.
  public static ApiPorts inMemory() {
    return new ApiPorts(new MemoryPromises(), (_, _, _) -> List.of(), new Metrics());
  }
}
