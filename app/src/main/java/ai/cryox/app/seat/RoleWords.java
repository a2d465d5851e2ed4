package ai.cryox.app.seat;

import ai.cryox.app.text.Messages;
import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.people.SignedIn;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Roles in people's words.
public final class RoleWords {
  private RoleWords() {}

  /// Somebody and what they are here for, such as `Anna Weber · supervisor`; the name alone of
  /// whoever sits at a desk without accounts and may do everything.
  public static String of(SignedIn who, Messages messages) {
    boolean everything = who.grants().all().size() == Role.values().length;
    return everything ? who.name() : who.name() + " · " + of(who.grants(), messages);
  }

  /// Roles, each with its facility if it is not all of them.
  public static String of(Grants grants, Messages messages) {
    return grants.all().isEmpty()
        ? messages.text("role.none")
        : grants.all().stream()
            .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::facilityId))
            .map(grant -> word(grant, messages))
            .collect(Collectors.joining(", "));
  }

  private static String word(Grant grant, Messages messages) {
    String role = messages.of("role", grant.role());
    return grant.isEverywhere() ? role : messages.text("role.in", role, grant.facilityId());
  }
}
