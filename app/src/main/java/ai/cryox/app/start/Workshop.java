package ai.cryox.app.start;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Session;

/// What this machine can do for a cold store that is yet to be set up. Port. Any thread; blocks.
public interface Workshop {
  /// Registers a simulated cold store and lets it speak, as in the demo, until the console is
  /// closed. Does nothing if one speaks already.
  ///
  /// @param session registers it
  /// @throws BackendException if it cannot be done, with a sentence
  void loadSample(Session session);
}
