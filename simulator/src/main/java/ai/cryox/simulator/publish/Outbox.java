package ai.cryox.simulator.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What waits to be sent on one connection, in order; bounded for each device while the broker is
/// away, like a logger's memory. For one thread.
final class Outbox {
  private final int mostPerDevice;
  private final Deque<OutgoingMessage> waiting = new ArrayDeque<>();
  private final Map<String, Integer> perDevice = new HashMap<>();
  private long dropped;

  Outbox(int mostPerDevice) {
    this.mostPerDevice = mostPerDevice;
  }

  /// Adds a message at the end. When the device's memory is full the message is dropped: what was
  /// recorded first is kept.
  ///
  /// @param bounded `false` while the broker takes messages and nothing has to be dropped
  void add(OutgoingMessage message, boolean bounded) {
    int kept = perDevice.getOrDefault(message.deviceId(), 0);
    if (bounded && kept >= mostPerDevice) {
      dropped++;
      return;
    }
    perDevice.put(message.deviceId(), kept + 1);
    waiting.addLast(message);
  }

  /// Puts a message that was sent in vain before all others.
  void putBack(OutgoingMessage message) {
    perDevice.merge(message.deviceId(), 1, Integer::sum);
    waiting.addFirst(message);
  }

  @Nullable OutgoingMessage next() {
    OutgoingMessage next = waiting.pollFirst();
    if (next != null) {
      perDevice.merge(next.deviceId(), -1, Integer::sum);
    }
    return next;
  }

  int size() {
    return waiting.size();
  }

  long dropped() {
    return dropped;
  }
}
