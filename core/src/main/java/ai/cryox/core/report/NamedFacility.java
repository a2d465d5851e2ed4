package ai.cryox.core.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What people said of a facility in its letterhead.
///
/// @param name as people call it
/// @param zone by whose clock they read
public record NamedFacility(String facilityId, String name, ZoneId zone) {
  /// What each is called, by its id.
  public static Map<String, String> names(List<NamedFacility> facilities) {
    return facilities.stream()
        .filter(one -> !one.name().isBlank() && !one.name().equals(one.facilityId()))
        .collect(Collectors.toUnmodifiableMap(NamedFacility::facilityId, NamedFacility::name));
  }
}
