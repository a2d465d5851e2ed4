package ai.cryox.app.start;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Session;
import java.util.Map;

/// What this machine can do for a cold store that is yet to be set up. Port. Any thread; both
/// changes block.
public interface Workshop {
  /// Gives a sensor its credentials and puts it into the registry.
  ///
  /// @param sensor what it is
  /// @param who for the audit trail
  /// @return how it connects, by the names of the command line: `host`, `port` (absent while
  ///   nothing listens to other machines), `primaryKey`, which is shown this once
  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  /// @throws BackendException if it cannot be done, with a sentence
  Map<String, String> add(NewSensor sensor, String who);

  /// A sensor to be added.
  ///
  /// @param profileId of its storage profile
  record NewSensor(
      String deviceId, String facilityId, String zone, String name, String profileId) {}

  /// The TCP port on which devices of this machine connect without credentials; 0 = none.
  int plainPort();

  /// Registers a simulated cold store and lets it speak, as in the demo, until the console is
  /// closed. Does nothing if one speaks already.
  ///
  /// @param session registers it
  /// @throws BackendException if it cannot be done, with a sentence
  void loadSample(Session session);
}
