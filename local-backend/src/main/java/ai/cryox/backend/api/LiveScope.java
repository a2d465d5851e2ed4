package ai.cryox.backend.api;

import ai.cryox.core.people.Action;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import java.util.Set;
import java.util.stream.Collectors;

/// Which facilities somebody sees. What belongs to no facility (the system's own alarms, the vital
/// signs) is seen by everybody who sees anything.
///
/// @param everything whether all facilities, also those that are yet to come
/// @param facilities else these
record LiveScope(boolean everything, Set<String> facilities) {
  LiveScope {
    facilities = Set.copyOf(facilities);
  }

  static LiveScope of(Grants grants) {
    if (grants.mayEverywhere(Action.WATCH)) {
      return new LiveScope(true, Set.of());
    }
    return new LiveScope(
        false,
        grants.all().stream()
            .map(Grant::facilityId)
            .filter(facilityId -> grants.may(Action.WATCH, facilityId))
            .collect(Collectors.toSet()));
  }

  boolean sees(String facilityId) {
    return everything || facilityId.isEmpty() || facilities.contains(facilityId);
  }

  /// Tells scopes apart, the same in every run.
  String mark() {
    return everything
        ? "all"
        : Integer.toHexString(facilities.stream().sorted().toList().hashCode());
  }
}
