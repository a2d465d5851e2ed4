package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.ReadingSink;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/// One connection's way into the sink. When the sink is full, deliveries wait here in their order
/// and the socket is not read: no more can come to wait than one read of the socket held. It
/// outlives the connection until the last one is handed in. Event loop only.
final class Intake {
  private final Channel channel;
  private final ReadingSink sink;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final Runnable whenResumed;
  private final long shedAfterNanos;
  private final LongAdder shed;
  private BooleanSupplier mayRead = () -> true;
  private Runnable whenEmpty = () -> {};
  private boolean stopped;
  private long fullSinceNanos;

  /// @param untold whether it may be thrown away
  private record Waiting(Delivery delivery, boolean untold) {}

  /// @param whenResumed told when the sink has room again
  /// @param shedAfter so long the sink may be full before what nobody is told of is thrown away
  /// @param shed counts that
  Intake(
      Channel channel, ReadingSink sink, Runnable whenResumed, Duration shedAfter, LongAdder shed) {
    this.channel = channel;
    this.whenResumed = whenResumed;
    this.sink = sink;
    this.shedAfterNanos = shedAfter.toNanos();
    this.shed = shed;
  }

  /// Reads only while this holds too.
  void readOnlyIf(BooleanSupplier condition) {
    mayRead = condition;
  }

  /// Hands in what the sender hears of, or what must be kept in any case.
  void handIn(Delivery delivery) {
    if (waiting.isEmpty() && offer(delivery)) {
      return;
    }
    await(new Waiting(delivery, false));
  }

  /// Hands in what nobody is told of (QoS 0). It is thrown away when the sink has been full for
  /// longer than the bound.
  void handInUntold(Delivery delivery) {
    if (waiting.isEmpty() && offer(delivery)) {
      return;
    }
    if (isFullForLong()) {
      shed.increment();
    } else {
      await(new Waiting(delivery, true));
    }
  }

  private boolean offer(Delivery delivery) {
    boolean taken = sink.offer(delivery);
    if (taken) {
      fullSinceNanos = 0;
    } else if (fullSinceNanos == 0) {
      fullSinceNanos = System.nanoTime() | 1;
    }
    return taken;
  }

  private boolean isFullForLong() {
    return fullSinceNanos != 0 && System.nanoTime() - fullSinceNanos >= shedAfterNanos;
  }

  private void await(Waiting one) {
    waiting.add(one);
    if (waiting.size() == 1) {
      updateReading();
      awaitRoom();
      channel.eventLoop().schedule(this::shed, shedAfterNanos, TimeUnit.NANOSECONDS);
    }
  }

  /// The sink has been full for too long: what nobody is told of makes way for what comes.
  private void shed() {
    if (waiting.isEmpty() || !isFullForLong()) {
      return;
    }
    int before = waiting.size();
    waiting.removeIf(Waiting::untold);
    shed.add(before - waiting.size());
    if (waiting.isEmpty()) {
      whenResumed.run();
      updateReading();
      whenEmpty.run();
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
    channel
        .config()
        .setAutoRead(
            waiting.isEmpty() && channel.isWritable() && !stopped && mayRead.getAsBoolean());
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
    for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
      if (!offer(next.delivery())) {
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
