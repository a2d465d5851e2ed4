package ai.cryox.app.fx;

import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;

/// Somebody who shows live state. Called on the FX thread only.
@FunctionalInterface
public interface LiveView {
  /// The newest state, several times a second. The very same snapshot comes again while nothing
  /// changed, because ages grow on their own.
  ///
  /// @param now by the console's clock
  void show(LiveSnapshot snapshot, Instant now);
}
