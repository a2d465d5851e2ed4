package ai.cryox.backend.identity;

import ai.cryox.core.identity.Principal;

/// What became of a claim.
public sealed interface Verdict {
  /// It was proven.
  record Admitted(Principal principal) implements Verdict {}

  /// It was not.
  ///
  /// @param reason one sentence for the audit trail; whoever claimed it is not told
  record Refused(String reason) implements Verdict {}
}
