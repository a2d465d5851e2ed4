package ai.cryox.core.whatif;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.StorageProfile;
import java.time.Instant;
import java.util.Set;

/// A question: what would these limits have raised, and what would they have missed?
///
/// Both sides are replayed from the stored readings with `from` ≤ time < `until`: the limits that
/// hold now, and the limits as they would be. Budgets of time start unspent at `from`.
///
/// @param facilityId the facility
/// @param deviceIds the devices; empty for all of the facility
/// @param change what would be different
public record WhatIf(
    String facilityId, Set<String> deviceIds, Change change, Instant from, Instant until) {
  public WhatIf {
    deviceIds = Set.copyOf(deviceIds);
  }

  /// What would be different.
  public sealed interface Change {
    /// The devices would have this profile; thresholds that people configured on a device still go
    /// before it.
    record Profile(StorageProfile profile) implements Change {}

    /// People would have configured these thresholds on the devices.
    record Thresholds(AlertThresholds thresholds) implements Change {}
  }
}
