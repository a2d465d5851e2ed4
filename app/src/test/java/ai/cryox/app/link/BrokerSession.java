package ai.cryox.app.link;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the test broker remembers of one client id. Guarded by the broker.
final class BrokerSession {
  private static final int WINDOW = 200;
  private static final int LAST_PACKET_ID = 65_535;

  private final Set<String> filters = new LinkedHashSet<>();
  private final Deque<Message> waiting = new ArrayDeque<>();
  private final Map<Integer, Message> inFlight = new LinkedHashMap<>();
  private @Nullable Channel channel;
  private int lastPacketId;

  private record Message(String topic, byte[] payload) {}

  void subscribe(String filter) {
    filters.add(filter);
  }

  void unsubscribe(String filter) {
    filters.remove(filter);
  }

  Set<String> filters() {
    return Set.copyOf(filters);
  }

  boolean wants(String topic) {
    return filters.stream().anyMatch(f -> !f.startsWith("$share/") && matches(f, topic));
  }

  List<String> groupsFor(String topic) {
    return filters.stream()
        .filter(f -> f.startsWith("$share/"))
        .filter(f -> matches(f.split("/", 3)[2], topic))
        .map(f -> f.split("/", 3)[1])
        .distinct()
        .toList();
  }

  private static boolean matches(String filter, String topic) {
    String[] wanted = filter.split("/", -1);
    String[] levels = topic.split("/", -1);
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].equals("#")) {
        return true;
      }
      if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
        return false;
      }
    }
    return wanted.length == levels.length;
  }

  void send(String topic, byte[] payload) {
    waiting.add(new Message(topic, payload));
    pump();
  }

  /// The client is here: it gets first what it did not acknowledge, in order.
  void back(Channel now) {
    Channel before = channel;
    channel = now;
    if (before != null) {
      before.close();
    }
    inFlight.forEach((packetId, message) -> write(now, packetId, message, true));
    pump();
    now.flush();
  }

  void gone(Channel ended) {
    if (Objects.equals(channel, ended)) {
      channel = null;
    }
  }

  void acknowledged(int packetId) {
    inFlight.remove(packetId);
    pump();
  }

  int owed() {
    return waiting.size() + inFlight.size();
  }

  private void pump() {
    Channel open = channel;
    while (open != null && inFlight.size() < WINDOW && !waiting.isEmpty()) {
      do {
        lastPacketId = lastPacketId % LAST_PACKET_ID + 1;
      } while (inFlight.containsKey(lastPacketId));
      Message next = waiting.remove();
      inFlight.put(lastPacketId, next);
      write(open, lastPacketId, next, false);
      open.flush();
    }
  }

  private static void write(Channel to, int packetId, Message message, boolean again) {
    to.write(
        new MqttPublishMessage(
            new MqttFixedHeader(MqttMessageType.PUBLISH, again, MqttQoS.AT_LEAST_ONCE, false, 0),
            new MqttPublishVariableHeader(message.topic, packetId),
            Unpooled.wrappedBuffer(message.payload)));
  }
}
