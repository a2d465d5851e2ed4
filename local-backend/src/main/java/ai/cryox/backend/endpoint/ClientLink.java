package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.Link;
import ai.cryox.backend.relay.Outgoing;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The relay's way to one client. What is handed in on any thread goes out on the event loop, in
/// its order, as fast as the client takes it, and not before the CONNACK.
final class ClientLink implements Link {
  /// Beyond either, messages with QoS 0 are thrown away: the client takes too little.
  private static final int MOST_WAITING = 10_000;

  private static final long MOST_WAITING_BYTES = 1024 * 1024;

  /// What is still to go out.
  private sealed interface Item {
    record Publish(Outgoing outgoing) implements Item {}

    record Release(int packetId) implements Item {}
  }

  private final Channel channel;
  private final InstantSource clock;
  private final boolean five;
  private final long maxPacketBytes;
  private final GivenAliases aliases;
  private final IntConsumer whenTooLarge;
  private final Runnable whenTakenOver;

  /// Guarded by itself.
  private final Queue<Item> waiting = new ArrayDeque<>();

  private long waitingBytes;
  private boolean scheduled;
  private boolean started;

  /// @param whenTooLarge told, on the event loop, of a packet id whose message the client does not
  ///   want for its length
  /// @param whenTakenOver told, on the event loop, that another connection has come
  ClientLink(
      Channel channel,
      InstantSource clock,
      boolean five,
      SessionTerms terms,
      IntConsumer whenTooLarge,
      Runnable whenTakenOver) {
    this.channel = channel;
    this.clock = clock;
    this.five = five;
    this.maxPacketBytes = terms.maxPacketBytes();
    this.aliases = new GivenAliases(terms.topicAliases());
    this.whenTooLarge = whenTooLarge;
    this.whenTakenOver = whenTakenOver;
  }

  @Override
  public boolean send(Outgoing outgoing) {
    int bytes = outgoing.publication().payload().length;
    synchronized (waiting) {
      boolean full = waiting.size() >= MOST_WAITING || waitingBytes + bytes > MOST_WAITING_BYTES;
      if (full && outgoing.qos() == 0 && !waiting.isEmpty()) {
        return false;
      }
      waiting.add(new Item.Publish(outgoing));
      waitingBytes += bytes;
    }
    schedule();
    return true;
  }

  @Override
  public void release(int packetId) {
    synchronized (waiting) {
      waiting.add(new Item.Release(packetId));
    }
    schedule();
  }

  @Override
  public void takenOver() {
    execute(whenTakenOver);
  }

  /// The client was answered: from now on it gets what waits. Event loop only.
  void start() {
    started = true;
    drain();
  }

  /// Whether the client was answered. Event loop only.
  boolean isStarted() {
    return started;
  }

  private void schedule() {
    synchronized (waiting) {
      if (scheduled) {
        return;
      }
      scheduled = true;
    }
    execute(this::drain);
  }

  private void execute(Runnable action) {
    try {
      channel.eventLoop().execute(action);
    } catch (RejectedExecutionException stopped) {
      // The endpoint has stopped: what the session keeps goes out when the client comes back.
      assert !channel.isOpen() || channel.eventLoop().isShuttingDown();
    }
  }

  /// Writes as much as the socket takes. Event loop only.
  void drain() {
    boolean written = false;
    for (Item next = next(); next != null; next = next()) {
      switch (next) {
        case Item.Publish publish -> written |= write(publish.outgoing());
        case Item.Release release -> {
          channel.write(
              Replies.reply(MqttMessageType.PUBREL, release.packetId(), (byte) 0),
              channel.voidPromise());
          written = true;
        }
      }
    }
    if (written) {
      channel.flush();
    }
  }

  /// The next one, if the client takes it now; what is left goes out when it takes more.
  private @Nullable Item next() {
    synchronized (waiting) {
      boolean ready = started && channel.isActive() && channel.isWritable();
      Item next = ready ? waiting.poll() : null;
      if (next instanceof Item.Publish publish) {
        waitingBytes -= publish.outgoing().publication().payload().length;
      }
      scheduled &= next != null;
      return next;
    }
  }

  private boolean write(Outgoing outgoing) {
    long length = maxPacketBytes < Integer.MAX_VALUE ? PublishPacket.length(outgoing, five) : 0;
    if (length > maxPacketBytes) {
      if (outgoing.qos() > 0) {
        whenTooLarge.accept(outgoing.packetId());
      }
      return false;
    }
    String topic = outgoing.publication().topic();
    MqttProperties properties = MqttProperties.NO_PROPERTIES;
    if (five) {
      boolean hasRoom = length + PublishPacket.ALIAS_BYTES <= maxPacketBytes;
      int alias = hasRoom ? aliases.of(topic) : 0;
      topic = alias > 0 ? "" : topic;
      properties = PublishPacket.properties(outgoing, Math.abs(alias), clock.instant());
    }
    channel.write(PublishPacket.of(outgoing, topic, properties), channel.voidPromise());
    return true;
  }
}
