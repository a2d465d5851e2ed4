package ai.cryox.backend.relay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A client's end of the relay: keeps what it gets.
final class RecordingLink implements Link {
  final Queue<Outgoing> got = new ArrayDeque<>();
  final List<Integer> released = new ArrayList<>();
  boolean full;
  boolean takenOver;

  @Override
  public boolean send(Outgoing outgoing) {
    if (full && outgoing.qos() == 0) {
      return false;
    }
    got.add(outgoing);
    return true;
  }

  @Override
  public void release(int packetId) {
    released.add(packetId);
  }

  @Override
  public void takenOver() {
    takenOver = true;
  }

  /// The payloads that came, in their order, as text.
  List<String> texts() {
    return got.stream().map(outgoing -> RelayFixture.text(outgoing)).toList();
  }
}
