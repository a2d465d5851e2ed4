package ai.cryox.core.people;

/// A role in a facility.
///
/// @param facilityId where, or {@link #EVERYWHERE}
public record Grant(Role role, String facilityId) {
  /// Stands for all facilities, also those that are yet to come.
  public static final String EVERYWHERE = "*";

  public Grant {
    if (facilityId.isBlank()) {
      throw new IllegalArgumentException("A role needs a facility, or * for all.");
    }
  }

  /// The role in all facilities.
  public static Grant everywhere(Role role) {
    return new Grant(role, EVERYWHERE);
  }

  /// Whether it holds in all facilities.
  public boolean isEverywhere() {
    return facilityId.equals(EVERYWHERE);
  }
}
