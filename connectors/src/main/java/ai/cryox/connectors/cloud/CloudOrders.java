package ai.cryox.connectors.cloud;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.device.DeviceOrder.State;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.people.Action;
import ai.cryox.core.tree.TreeReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/// What devices were told through a server. When we sent an order only we know; what became of it
/// the server knows, if it is one that says so. Any thread.
final class CloudOrders {
  private static final int MOST = 1_000;

  private final CloudHttp http;
  private final CloudLive live;
  private final String name;

  /// Ours, by device, the oldest first.
  private final SequencedMap<String, DeviceOrder> sent = new LinkedHashMap<>();

  /// @param name of whoever is signed in
  CloudOrders(CloudHttp http, CloudLive live, String name) {
    this.http = http;
    this.live = live;
    this.name = name;
  }

  /// What was taken.
  ///
  /// @param version as the server counts; 0 if it does not
  record Taken(Device device, long version) {}

  /// Sends an order, and remembers when if it was taken.
  Device sending(String deviceId, Supplier<Taken> order) {
    Instant sentAt = live.serverClock().instant();
    Taken taken = order.get();
    Instant acceptedAt = live.serverClock().instant();
    synchronized (sent) {
      sent.remove(deviceId);
      sent.put(
          deviceId,
          new DeviceOrder(
              deviceId, taken.version(), State.UNKNOWN, sentAt, acceptedAt, null, name, ""));
      if (sent.size() > MOST) {
        sent.pollFirstEntry();
      }
    }
    return taken.device();
  }

  /// What we sent in this session.
  Optional<DeviceOrder> remembered(String deviceId) {
    synchronized (sent) {
      return Optional.ofNullable(sent.get(deviceId));
    }
  }

  /// What the server says of the last order, or else what we know ourselves.
  Optional<DeviceOrder> last(String deviceId) {
    Optional<DeviceLive> known = live.feed().latest().device(deviceId);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    HttpUrl url = CloudDownstream.device(http, live.feed(), deviceId, "order");
    Tree answer =
        Asking.ask(
            Action.WATCH,
            () -> {
              try {
                return http.get(Lane.HISTORY, url).tree();
              } catch (CallException failed) {
                if (failed.kind() == Kind.NOT_THERE) {
                  return Tree.EMPTY;
                }
                throw failed;
              }
            });
    Optional<DeviceOrder> ours = remembered(deviceId);
    if (answer.members().isEmpty()) {
      return ours;
    }
    DeviceOrder said = TreeReader.lenient().read(DeviceOrder.class, answer.members());
    // Somebody else may have told it something after us.
    boolean isOurs = ours.isPresent() && ours.get().version() == said.version();
    return Optional.of(said.sentAt(isOurs ? ours.get().sentAt() : null));
  }
}
