package ai.cryox.backend.rights;

import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.SignedIn;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one person may do, asked at the moment of doing it, so that a change of their roles holds
/// at once. Any thread.
final class Rights {
  private final Attributed person;
  private final DeniedTries denied;

  Rights(Attributed person, DeniedTries denied) {
    this.person = person;
    this.denied = denied;
  }

  SignedIn who() {
    return person.who();
  }

  private Grants grants() {
    return who().grants();
  }

  /// Refuses what they may not do in a facility; the empty name stands for what all have in common.
  ///
  /// @throws ForbiddenException if they may not
  void require(Action action, String facilityId) {
    if (!grants().may(action, facilityId)) {
      refuse(action, facilityId.isEmpty() ? Grant.EVERYWHERE : facilityId);
    }
  }

  /// Refuses unless they may do it in each of these facilities; in any, if there are none.
  ///
  /// @throws ForbiddenException if they may not
  void require(Action action, Collection<String> facilityIds) {
    if (facilityIds.isEmpty()) {
      requireSomewhere(action);
    }
    facilityIds.forEach(facilityId -> require(action, facilityId));
  }

  /// Refuses what they may not do for all facilities.
  ///
  /// @throws ForbiddenException if they may not
  void requireEverywhere(Action action) {
    if (!grants().mayEverywhere(action)) {
      refuse(action, Grant.EVERYWHERE);
    }
  }

  /// Refuses what they may do nowhere.
  ///
  /// @throws ForbiddenException if they may not
  void requireSomewhere(Action action) {
    if (!grants().maySomewhere(action)) {
      refuse(action, Grant.EVERYWHERE);
    }
  }

  /// Whether they may not even know that there is something in this facility. Asking leaves a line,
  /// and the answer is as if there were nothing.
  boolean mayNotKnow(String facilityId) {
    if (watches(facilityId)) {
      return false;
    }
    denied.note(person, Action.WATCH, facilityId);
    return true;
  }

  /// Who has nothing to do with a facility is not told in which one it is that they may not.
  private void refuse(Action action, String facilityId) {
    boolean isTheirs =
        grants().all().stream()
            .map(Grant::facilityId)
            .anyMatch(own -> own.equals(Grant.EVERYWHERE) || own.equals(facilityId));
    ForbiddenException forbidden =
        new ForbiddenException(who(), action, isTheirs ? facilityId : Grant.EVERYWHERE);
    denied.note(person, action, facilityId);
    throw forbidden;
  }

  /// Whether they see what all facilities have.
  boolean watchesEverything() {
    return grants().mayEverywhere(Action.WATCH);
  }

  /// Whether they see what a facility has; what belongs to none is seen by everybody who sees
  /// anything.
  boolean watches(String facilityId) {
    return facilityId.isEmpty()
        ? grants().maySomewhere(Action.WATCH)
        : grants().may(Action.WATCH, facilityId);
  }

  /// The one facility that they see, or `null` if they see several.
  @Nullable String onlyFacility() {
    List<String> seen =
        grants().all().stream()
            .filter(grant -> grant.role().may(Action.WATCH))
            .map(Grant::facilityId)
            .distinct()
            .toList();
    return seen.size() == 1 && !seen.contains(Grant.EVERYWHERE) ? seen.getFirst() : null;
  }
}
