package ai.cryox.backend.archive;

import ai.cryox.core.report.NamedFacility;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What people call the facilities, kept at hand: every screen and every line of a list says it.
/// Any thread.
final class FacilityNames {
  private final Supplier<List<NamedFacility>> store;
  private volatile Map<String, String> names = Map.of();

  /// @param store what was committed; may ask the disk
  FacilityNames(Supplier<List<NamedFacility>> store) {
    this.store = store;
  }

  /// Reads them anew. Blocks; one at a time, so that what was committed last is what stays.
  synchronized void learn() {
    names = NamedFacility.names(store.get());
  }

  /// The name that somebody gave a facility; `null` if nobody did. Never blocks.
  @Nullable String of(String facilityId) {
    return names.get(facilityId);
  }
}
