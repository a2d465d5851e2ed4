package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.ReadingSink;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

/// One connection's way into the sink. When the sink is full, deliveries wait here in their order
/// and the socket is not read: no more can come to wait than one read of the socket held. It
/// outlives the connection until the last one is handed in. Event loop only.
final class Intake {
  private final Channel channel;
  private final ReadingSink sink;
  private final Queue<Delivery> waiting = new ArrayDeque<>();
  private final Runnable whenResumed;
  private Runnable whenEmpty = () -> {};
  private boolean stopped;

  /// @param whenResumed told when the sink has room again
  Intake(Channel channel, ReadingSink sink, Runnable whenResumed) {
    this.channel = channel;
    this.whenResumed = whenResumed;
    this.sink = sink;
  }

  void handIn(Delivery delivery) {
    if (waiting.isEmpty() && sink.offer(delivery)) {
      return;
    }
    waiting.add(delivery);
    if (waiting.size() == 1) {
      updateReading();
      awaitRoom();
    }
  }

  /// Whether the sink is full.
  boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /// Reads the socket no more, whatever room there is.
  void stopReading() {
    stopped = true;
    updateReading();
  }

  /// Runs the action as soon as nothing waits; at once if nothing does.
  void whenEmpty(Runnable action) {
    if (waiting.isEmpty()) {
      action.run();
    } else {
      whenEmpty = action;
    }
  }

  /// Reads if the sink has room and the client takes its acknowledgements.
  void updateReading() {
    channel.config().setAutoRead(waiting.isEmpty() && channel.isWritable() && !stopped);
  }

  private void awaitRoom() {
    sink.whenRoom(() -> {
      try {
        channel.eventLoop().execute(this::goOn);
      } catch (RejectedExecutionException stoppedForGood) {
        // Nothing of it was acknowledged: the clients will send it again.
        stopped = true;
      }
    });
  }

  private void goOn() {
    for (Delivery next = waiting.peek(); next != null; next = waiting.peek()) {
      if (!sink.offer(next)) {
        awaitRoom();
        return;
      }
      waiting.remove();
    }
    whenResumed.run();
    updateReading();
    whenEmpty.run();
  }
}
