package ai.cryox.backend.outbox;

import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.NotificationState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Sends what was stored to be sent: one {@link Lane} and one thread for each channel, so that a
/// channel that hangs holds up no other.
public final class Outbox implements AutoCloseable {
  /// Longer than the channels' own time limits.
  static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(60);

  private static final long PACE_MILLIS = 250;

  private final Map<ChannelKind, Lane> lanes = new EnumMap<>(ChannelKind.class);
  private final Map<String, CompletableFuture<Notification>> awaited = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// @param channels one of each kind at most; what is to go out by another one stays where it is,
  ///   until a backend that has it is started
  /// @param attempt makes one
  Outbox(
      EscalationDesk desk,
      List<NotificationChannel> channels,
      PipelineAgent agent,
      Attempt attempt,
      InstantSource clock) {
    for (NotificationChannel channel : channels) {
      lanes.put(channel.kind(), new Lane(channel, desk, agent, attempt, clock, this::settled));
    }
    desk.deliverTo(this::offer);
    desk.underway().forEach(this::offer);
  }

  private void offer(Notification notification) {
    Lane lane = lanes.get(notification.channel());
    if (lane != null) {
      lane.offer(notification);
    }
  }

  /// Whether this backend can send by a channel.
  boolean sends(ChannelKind kind) {
    return lanes.containsKey(kind);
  }

  private void settled(Notification notification) {
    CompletableFuture<Notification> waits = awaited.remove(notification.notificationId());
    if (waits != null && notification.state() != NotificationState.PENDING) {
      waits.complete(notification);
    }
  }

  /// Completed with what became of a notification, if it is not sent before this is asked for.
  CompletableFuture<Notification> whenSettled(String notificationId) {
    return awaited.computeIfAbsent(notificationId, id -> new CompletableFuture<>());
  }

  /// Starts the threads.
  void start() {
    lanes.forEach((kind, lane) ->
        threads.add(
            Thread.ofPlatform().name("outbox " + kind.wireName()).daemon().start(() -> run(lane))));
  }

  private void run(Lane lane) {
    try {
      while (!stopped.await(PACE_MILLIS, TimeUnit.MILLISECONDS)) {
        lane.turn();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sends what is due on one channel, for tests that turn it by hand.
  void turn(ChannelKind kind) throws InterruptedException {
    Lane lane = lanes.get(kind);
    if (lane != null) {
      lane.turn();
    }
  }

  /// Stops without waiting for attempts under way: these are made again at the next start.
  @Override
  public void close() {
    stopped.countDown();
    lanes.values().forEach(Lane::close);
    threads.forEach(Thread::interrupt);
  }
}
