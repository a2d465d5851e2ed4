package ai.cryox.backend.outbox;

import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationChannel;
import ai.cryox.core.escalation.NotificationChannel.Delivered;
import ai.cryox.core.escalation.NotificationChannel.Failed;
import ai.cryox.core.escalation.NotificationChannel.Outcome;
import ai.cryox.core.escalation.NotificationChannel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notifications of one channel, sent one after the other by whoever turns it. The steps of one
/// are: store that it is tried, try, store how that ended. {@link #offer} may be called from any
/// thread.
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final Duration WHILE_NOTHING_IS_STORED = Duration.ofSeconds(1);

  private final ChannelKind kind;
  private final NotificationChannel channel;
  private final EscalationDesk desk;
  private final PipelineAgent agent;
  private final Attempt attempt;
  private final InstantSource clock;
  private final Consumer<Notification> settled;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::due));
  private volatile boolean closed;

  private record Waiting(Instant due, String notificationId) {}

  /// @param settled hears of each outcome once it is stored
  Lane(
      NotificationChannel channel,
      EscalationDesk desk,
      PipelineAgent agent,
      Attempt attempt,
      InstantSource clock,
      Consumer<Notification> settled) {
    this.kind = channel.kind();
    this.channel = channel;
    this.desk = desk;
    this.agent = agent;
    this.attempt = attempt;
    this.clock = clock;
    this.settled = settled;
  }

  /// Takes a stored notification, to be sent when it is due.
  synchronized void offer(Notification notification) {
    Instant due = notification.nextTryAt();
    waiting.removeIf(one -> one.notificationId().equals(notification.notificationId()));
    waiting.add(new Waiting(due == null ? clock.instant() : due, notification.notificationId()));
  }

  private synchronized @Nullable String next() {
    Waiting first = waiting.peek();
    if (closed || first == null || first.due().isAfter(clock.instant())) {
      return null;
    }
    return waiting.remove().notificationId();
  }

  private synchronized void later(String notificationId) {
    waiting.add(new Waiting(clock.instant().plus(WHILE_NOTHING_IS_STORED), notificationId));
  }

  /// Sends what is due.
  void turn() throws InterruptedException {
    for (String id = next(); id != null; id = next()) {
      send(id);
    }
  }

  private void send(String notificationId) throws InterruptedException {
    Notification sending;
    try {
      sending = agent.change(batch -> desk.sending(notificationId, batch));
    } catch (BackendException notStored) {
      later(notificationId);
      return;
    }
    if (sending != null) {
      keep(after(sending, outcome(sending)));
    }
  }

  private Outcome outcome(Notification sending) throws InterruptedException {
    ChannelSettings settings = desk.channels().of(kind);
    return settings.enabled()
        ? attempt.make(channel, sending, settings)
        : new Refused("The channel %s is switched off.".formatted(kind.wireName()));
  }

  private Notification after(Notification tried, Outcome outcome) {
    Instant now = clock.instant();
    return switch (outcome) {
      case Delivered delivered -> tried.delivered(now, delivered.receipt());
      case Refused refused -> tried.failed(refused.why());
      case Failed failed ->
          tried.attempts() >= BackOff.MOST_ATTEMPTS || isTest(tried)
              ? tried.failed(failed.why())
              : tried.waiting(now.plus(BackOff.after(tried.attempts())), failed.why());
    };
  }

  private static boolean isTest(Notification notification) {
    return "test".equals(notification.facts().get("event"));
  }

  /// What is not known to be stored is stored again, never sent again.
  private void keep(Notification outcome) throws InterruptedException {
    boolean complained = false;
    while (!closed) {
      try {
        agent.change(batch -> {
          desk.settle(outcome, batch);
          return true;
        });
        settled.accept(outcome);
        return;
      } catch (BackendException notStored) {
        if (!complained && !closed) {
          LOG.warn(
              "What became of the notification {} cannot be stored yet: {}",
              outcome.notificationId(),
              notStored.getMessage());
        }
        complained = true;
        Thread.sleep(WHILE_NOTHING_IS_STORED);
      }
    }
  }

  void close() {
    closed = true;
  }
}
