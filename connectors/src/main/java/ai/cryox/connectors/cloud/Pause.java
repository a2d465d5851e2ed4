package ai.cryox.connectors.cloud;

import java.time.Duration;

/// Waits. A test waits by moving its clock.
interface Pause {
  /// Waits for so long, or until somebody wakes it.
  void pause(Duration length);

  /// Ends the wait that goes on, or the next one. Any thread.
  void wake();

  /// Waits in real time.
  static Pause real() {
    return new RealPause();
  }
}
