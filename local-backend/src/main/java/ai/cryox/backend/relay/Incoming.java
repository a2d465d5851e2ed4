package ai.cryox.backend.relay;

import java.util.ArrayList;
import java.util.List;

/// A message with QoS 2 from a client, from its PUBLISH to its PUBREL. Guarded by the relay's lock.
public final class Incoming {
  private final int packetId;
  private List<Runnable> waiting = new ArrayList<>();
  private boolean safe;

  Incoming(int packetId) {
    this.packetId = packetId;
  }

  int packetId() {
    return packetId;
  }

  /// Runs the action when the message and its packet id are safe; at once if they are.
  void whenSafe(Runnable action) {
    if (safe) {
      action.run();
    } else {
      waiting.add(action);
    }
  }

  void setSafe() {
    safe = true;
    List<Runnable> due = waiting;
    waiting = List.of();
    due.forEach(Runnable::run);
  }
}
