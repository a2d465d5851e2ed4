package ai.cryox.app.contract;

import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;

/// The contract in this process.
class LocalSessionTest extends SessionContract {
  @Override
  Session open(Site at) {
    return at.backend.signIn(new SignIn.Desk("Ada"));
  }
}
