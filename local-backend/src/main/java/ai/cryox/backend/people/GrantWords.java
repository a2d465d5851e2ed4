package ai.cryox.backend.people;

import ai.cryox.core.people.Grant;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Roles in one text: `operator@warehouse_001, auditor`; a role without a facility holds in all.
public final class GrantWords {
  private static final String NONE = "none";

  private GrantWords() {}

  /// As text, in order.
  public static String of(Grants grants) {
    return grants.all().isEmpty()
        ? NONE
        : grants.all().stream().map(GrantWords::of).sorted().collect(Collectors.joining(", "));
  }

  private static String of(Grant grant) {
    return grant.isEverywhere()
        ? grant.role().wireName()
        : grant.role().wireName() + "@" + grant.facilityId();
  }

  /// The other way round.
  ///
  /// @throws IllegalArgumentException if a role is unknown, with a sentence
  public static Grants parse(String text) {
    Set<Grant> grants = new HashSet<>();
    for (String word : text.split(",")) {
      String one = word.strip();
      if (!one.isEmpty() && !one.equals(NONE)) {
        int at = one.indexOf('@');
        grants.add(
            at < 0
                ? Grant.everywhere(Role.named(one))
                : new Grant(Role.named(one.substring(0, at)), one.substring(at + 1).strip()));
      }
    }
    return new Grants(grants);
  }
}
