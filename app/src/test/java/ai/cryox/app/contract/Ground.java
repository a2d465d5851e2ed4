package ai.cryox.app.contract;

import ai.cryox.core.backend.Session;

/// What a part of the contract stands on: a cold store, and somebody's session at its backend.
interface Ground {
  /// Where the session is.
  Site site();

  /// Theirs; what is between it and the site is the test's choice.
  Session session();
}
