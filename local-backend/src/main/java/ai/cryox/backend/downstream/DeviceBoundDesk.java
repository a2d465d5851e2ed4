package ai.cryox.backend.downstream;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.relay.Downlink.Outcome;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.store.SqliteDeviceBoundStore;
import ai.cryox.backend.twin.DeviceBound;
import ai.cryox.core.downstream.DeviceMessage;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Keeps messages until their devices listen, and sends them in their order. Belongs to the
/// pipeline's thread, except {@link #ready}.
public final class DeviceBoundDesk {
  private final SqliteDeviceBoundStore store;
  private final Downlink downlink;

  /// Devices for which something may wait.
  private final Set<String> devices = ConcurrentHashMap.newKeySet();

  /// Messages handed to the downlink, of which it is not known yet what became of them.
  private final Set<String> underway = new HashSet<>();

  private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

  private record Sent(String messageId, boolean heard) {}

  /// @param store asked for what is stored, never written to
  /// @param downlink takes the messages
  public DeviceBoundDesk(SqliteDeviceBoundStore store, Downlink downlink) {
    this.store = store;
    this.downlink = downlink;
    devices.addAll(store.devices());
  }

  /// Takes a message.
  ///
  /// @return its id
  /// @throws RefusedException if too many wait for this device
  public String enqueue(String deviceId, DeviceMessage message, Batch batch) {
    if (pending(deviceId, batch).size() >= DeviceBound.MOST_PENDING) {
      throw new RefusedException(
          Reason.TOO_MANY,
          "%d messages wait for %s already. It must take some before there can be more."
              .formatted(DeviceBound.MOST_PENDING, deviceId));
    }
    String messageId = UUID.randomUUID().toString();
    batch.deviceBound.add(DeviceBound.of(messageId, deviceId, message, batch.now()));
    batch.whenDurable.add(() -> devices.add(deviceId));
    return messageId;
  }

  private List<DeviceBound> pending(String deviceId, Batch batch) {
    List<DeviceBound> all = new ArrayList<>(store.of(deviceId));
    batch.deviceBound.stream().filter(m -> m.deviceId().equals(deviceId)).forEach(all::add);
    all.removeIf(m -> m.isExpired(batch.now()) || batch.deviceBoundDone.contains(m.messageId()));
    return all;
  }

  /// Whether a {@link #turn} would do something. Any thread.
  public boolean ready() {
    return !sent.isEmpty() || devices.stream().anyMatch(this::isListening);
  }

  private boolean isListening(String deviceId) {
    return downlink.isListening(deviceId, DeviceBound.topic(deviceId));
  }

  /// Forgets what was sent, and sends what waits for devices that listen.
  public void turn(Batch batch) {
    for (Sent one = sent.poll(); one != null; one = sent.poll()) {
      underway.remove(one.messageId());
      if (one.heard()) {
        batch.deviceBoundDone.add(one.messageId());
      }
    }
    devices.stream().filter(this::isListening).toList().forEach(device -> send(device, batch));
  }

  private void send(String deviceId, Batch batch) {
    List<DeviceBound> pending = pending(deviceId, batch);
    if (pending.isEmpty()) {
      devices.remove(deviceId);
    }
    for (DeviceBound message : pending) {
      if (underway.add(message.messageId())) {
        batch.whenDurable.add(() -> send(message));
      }
    }
  }

  private void send(DeviceBound message) {
    Publication publication =
        Publication.of(message.topic(), message.payload(), 1).expiringAt(message.expiresAt());
    downlink
        .send(message.deviceId(), publication)
        .whenComplete((outcome, failed) ->
            sent.add(new Sent(message.messageId(), failed == null && outcome != Outcome.UNHEARD)));
  }
}
