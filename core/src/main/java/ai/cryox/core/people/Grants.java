package ai.cryox.core.people;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// All roles of one person. Decides what they may do; the one place where it is decided.
///
/// @param all may be empty: then nothing is allowed
public record Grants(Set<Grant> all) {
  /// Of nobody.
  public static final Grants NONE = new Grants(Set.of());

  public Grants {
    all = Set.copyOf(all);
  }

  /// These roles in all facilities.
  public static Grants everywhere(Role... roles) {
    return new Grants(Set.copyOf(Arrays.stream(roles).map(Grant::everywhere).distinct().toList()));
  }

  /// Whether it is allowed in this facility.
  public boolean may(Action action, String facilityId) {
    return all.stream()
        .anyMatch(grant ->
            grant.role().may(action)
                && (grant.isEverywhere()
                    || (action.isInOneFacility() && grant.facilityId().equals(facilityId))));
  }

  /// Whether it is allowed in all facilities.
  public boolean mayEverywhere(Action action) {
    return all.stream().anyMatch(grant -> grant.isEverywhere() && grant.role().may(action));
  }

  /// What is left of them for somebody who only looks on: the same facilities, and nothing to do.
  public Grants watching() {
    return new Grants(
        all.stream()
            .filter(grant -> grant.role().may(Action.WATCH))
            .map(grant -> new Grant(Role.WATCHER, grant.facilityId()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Whether it is allowed somewhere.
  public boolean maySomewhere(Action action) {
    return action.isInOneFacility()
        ? all.stream().anyMatch(grant -> grant.role().may(action))
        : mayEverywhere(action);
  }
}
