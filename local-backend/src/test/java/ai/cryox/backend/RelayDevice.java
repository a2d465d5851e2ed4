package ai.cryox.backend;

import ai.cryox.backend.relay.Attendance;
import ai.cryox.backend.relay.Link;
import ai.cryox.backend.relay.Opening;
import ai.cryox.backend.relay.Outgoing;
import ai.cryox.backend.relay.Relay;
import ai.cryox.backend.relay.Subscription;
import ai.cryox.backend.relay.TopicFilter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// A device at the relay, without a socket: it keeps its session for a day and acknowledges what it
/// gets.
final class RelayDevice implements Link {
  private final Relay relay;
  private final String clientId;
  private final ConcurrentLinkedQueue<Outgoing> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ready = new AtomicBoolean();
  private final Attendance attendance;

  RelayDevice(Relay relay, String clientId, Duration expiry) {
    this.relay = relay;
    this.clientId = clientId;
    attendance =
        relay.connect(new Opening(clientId, false, expiry, 100, null), this, () -> ready.set(true));
  }

  /// Whether the relay has answered what was asked last.
  boolean isReady() {
    return ready.get();
  }

  void subscribe(String... filters) {
    ready.set(false);
    List<Subscription> wanted =
        Arrays.stream(filters)
            .map(filter -> Subscription.of(Objects.requireNonNull(TopicFilter.parse(filter)), 1))
            .toList();
    relay.subscribe(attendance, wanted, () -> ready.set(true));
  }

  /// A device made for IoT Hub.
  void subscribeToHub() {
    subscribe(
        "$iothub/twin/res/#",
        "$iothub/twin/PATCH/properties/desired/#",
        "$iothub/methods/POST/#",
        "devices/" + clientId + "/messages/devicebound/#");
  }

  void leave() {
    relay.leave(attendance, false, null);
  }

  /// Acknowledges what has arrived and takes it out: topic, space, payload.
  List<String> take() {
    List<String> taken = new ArrayList<>();
    for (Outgoing one = arrived.poll(); one != null; one = arrived.poll()) {
      if (one.qos() > 0) {
        relay.settle(attendance, one.packetId());
      }
      taken.add(
          one.publication().topic()
              + " "
              + new String(one.publication().payload(), StandardCharsets.UTF_8));
    }
    return taken;
  }

  boolean hasMail() {
    return !arrived.isEmpty();
  }

  @Override
  public boolean send(Outgoing outgoing) {
    arrived.add(outgoing);
    return true;
  }

  @Override
  public void release(int packetId) {
    throw new AssertionError("nothing is sent with QoS 2");
  }

  @Override
  public void takenOver() {}
}
