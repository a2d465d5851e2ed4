package ai.cryox.backend.energy;

import java.time.Instant;
import java.util.List;

/// Sums up what devices say of their power. Any thread; blocks on the disk.
@FunctionalInterface
public interface EnergyReader {
  /// A device's windows with `from` < end ≤ `until`, oldest first; none of five minutes in which it
  /// said nothing.
  ///
  /// @throws ai.cryox.core.backend.BackendException if the store cannot answer
  List<EnergyWindow> windows(String deviceId, Instant from, Instant until);
}
