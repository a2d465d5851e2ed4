package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Receipt;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The answers that one connection still owes, in the order of the packets that they answer (MQTT
/// 3.1.1 and 5, 4.6): a commit that comes early waits for the ones before it. Event loop only,
/// except for the receipts, which any thread may tell.
final class Acknowledgements {
  /// So many bytes of relayed messages may wait for their commit before the socket is not read.
  private static final long HEAVY_BYTES = 256 * 1024;

  private final Channel channel;
  private final Runnable whenLight;
  private final Queue<Owed> owed = new ArrayDeque<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private Runnable whenSettled = () -> {};
  private int pubacks;
  private long bytes;

  /// @param whenLight told when {@link #isHeavy} is no longer so
  Acknowledgements(Channel channel, Runnable whenLight) {
    this.channel = channel;
    this.whenLight = whenLight;
  }

  /// Owes a PUBACK, PUBREC or PUBCOMP.
  ///
  /// @param packetId 0 = nothing is owed to the client, only to the memory
  /// @param reasonCode what MQTT 5 says with it
  /// @param bytes that wait with it for their commit and that nothing else bounds
  Receipt owe(MqttMessageType type, int packetId, byte reasonCode, int bytes) {
    Owed one = new Owed(type, packetId, reasonCode, bytes, this::schedule);
    this.bytes += bytes;
    return add(one);
  }

  /// Owes an answer that is to be made yet; see {@link Answer#set}.
  Answer oweAnswer() {
    return add(new Answer(this::schedule));
  }

  private <O extends Owed> O add(O one) {
    owed.add(one);
    if (one.type() == MqttMessageType.PUBACK) {
      pubacks++;
    }
    return one;
  }

  /// PUBACKs owed.
  int pubacks() {
    return pubacks;
  }

  /// Whether too much waits for its commit.
  boolean isHeavy() {
    return bytes > HEAVY_BYTES;
  }

  /// Runs the action as soon as nothing is owed; at once if nothing is.
  void whenSettled(Runnable action) {
    if (owed.isEmpty()) {
      action.run();
    } else {
      whenSettled = action;
    }
  }

  /// Nobody is left to hear them.
  void forget() {
    owed.clear();
  }

  private void schedule() {
    if (channel.isActive() && scheduled.compareAndSet(false, true)) {
      try {
        channel.eventLoop().execute(this::send);
      } catch (RejectedExecutionException stopped) {
        // The endpoint has stopped: the client never hears of it and will send again.
        scheduled.set(true);
      }
    }
  }

  /// All that are due, with one flush.
  private void send() {
    scheduled.set(false);
    boolean wasHeavy = isHeavy();
    boolean written = false;
    for (Owed next = owed.peek(); next != null && next.isCommitted(); next = owed.peek()) {
      owed.remove();
      written |= settle(next);
    }
    if (written) {
      channel.flush();
    }
    if (wasHeavy && !isHeavy()) {
      whenLight.run();
    }
    if (owed.isEmpty()) {
      whenSettled.run();
    }
  }

  private boolean settle(Owed next) {
    bytes -= next.bytes();
    if (next.type() == MqttMessageType.PUBACK) {
      pubacks--;
    }
    MqttMessage reply = next.reply();
    if (reply != null) {
      channel.write(reply, channel.voidPromise());
      next.sent();
    }
    return reply != null;
  }
}
