package ai.cryox.simulator.publish;

import ai.cryox.simulator.fleet.Fleet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All connections of a fleet. For one thread, except the waker it was given.
public final class MqttPublisher implements AutoCloseable {
  private static final int MOST_IN_ALL = 400_000;
  private static final int MOST_PER_DEVICE = 10_000;
  private static final int LEAST_PER_DEVICE = 200;
  private static final int ENOUGH_WAITING = 2_000;

  private final Map<String, MqttLink> links = new LinkedHashMap<>();

  /// Publishes what a fleet says.
  ///
  /// @param broker as Paho spells it: `tcp://host:port` or `ssl://host:port`
  /// @param credentials what its connections show, or `null`
  /// @param ear listens for the devices, while pumping
  /// @param wake called from any thread when pumping may get further
  public MqttPublisher(
      String broker,
      Fleet fleet,
      Link link,
      @Nullable Credentials credentials,
      Ear ear,
      Runnable wake) {
    int most = Math.clamp(MOST_IN_ALL / fleet.devices().size(), LEAST_PER_DEVICE, MOST_PER_DEVICE);
    long now = System.nanoTime();
    fleet
        .devices()
        .forEach(device ->
            links.computeIfAbsent(
                link.clientId(device),
                id -> new MqttLink(broker, id, credentials, ear, most, wake, now)));
  }

  /// Takes a message; never waits.
  ///
  /// @param mayDrop whether a message may be dropped when its device's memory is full and the
  ///   broker is away
  public void add(OutgoingMessage message, boolean mayDrop) {
    MqttLink link = links.get(message.clientId());
    if (link == null) {
      throw new IllegalArgumentException("no connection is called " + message.clientId());
    }
    link.add(message, mayDrop);
  }

  /// Connects, sends and hears acknowledgements, as far as it goes without waiting.
  public void pump() {
    long now = System.nanoTime();
    links.values().forEach(link -> link.pump(now));
  }

  /// Whether more may be added without piling up before a broker that takes messages.
  ///
  /// @param openOnly whether connections that are down do not count
  public boolean hasRoom(boolean openOnly) {
    for (MqttLink link : links.values()) {
      if (link.stored() > ENOUGH_WAITING && (link.isOpen() || !openOnly)) {
        return false;
      }
    }
    return true;
  }

  /// The sums over all connections.
  public PublishCounts counts() {
    Collection<MqttLink> all = links.values();
    return new PublishCounts(
        all.stream().mapToLong(MqttLink::published).sum(),
        all.stream().mapToLong(MqttLink::acknowledged).sum(),
        all.stream().mapToLong(MqttLink::waiting).sum(),
        all.stream().mapToLong(MqttLink::dropped).sum(),
        (int) all.stream().filter(MqttLink::isOpen).count(),
        all.size(),
        problem());
  }

  private @Nullable String problem() {
    for (MqttLink link : links.values()) {
      if (!link.isOpen() && link.problem() != null) {
        return link.problem();
      }
    }
    return null;
  }

  /// Ends all connections; what waits is forgotten.
  @Override
  public void close() {
    links.values().forEach(MqttLink::close);
  }
}
