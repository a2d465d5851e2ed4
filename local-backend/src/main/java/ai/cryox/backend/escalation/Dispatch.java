package ai.cryox.backend.escalation;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.escalation.Call;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Escalation;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationState;
import ai.cryox.core.escalation.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns calls into notifications and remembers those that are still on their way. Whoever would
/// get more than {@value #MOST_SINGLE} messages a minute gets the rest as digests. Belongs to the
/// pipeline's thread.
final class Dispatch {
  static final int MOST_SINGLE = 5;
  static final Duration WINDOW = Duration.ofMinutes(1);
  static final Duration DIGEST_DELAY = Duration.ofSeconds(15);

  /// A console that is open shows an alarm at once.
  static final Duration CONSOLE_PATIENCE = Duration.ofMinutes(2);

  private final MessageWriter writer;
  private final Map<String, Notification> open = new LinkedHashMap<>();
  private final Map<String, Set<String>> ofAlarm = new HashMap<>();
  private final Map<Recipient, Deque<Instant>> recent = new HashMap<>();
  private final Map<Recipient, Digest> digests = new HashMap<>();
  private Instant nextLook = Instant.MIN;
  private volatile Consumer<Notification> outbox = notification -> {};

  private record Recipient(ChannelKind channel, String personId) {
    static Recipient of(Call call) {
      Person person = call.person();
      return new Recipient(call.channel(), person == null ? "" : person.personId());
    }
  }

  private record Digest(String notificationId, List<Call> calls) {}

  Dispatch(MessageWriter writer) {
    this.writer = writer;
  }

  /// @param sends takes what is durable and due some time
  void deliverTo(Consumer<Notification> sends) {
    outbox = sends;
  }

  void restore(Collection<Notification> underway) {
    underway.forEach(this::remember);
  }

  Collection<Notification> open() {
    return open.values();
  }

  @Nullable Notification find(String notificationId) {
    return open.get(notificationId);
  }

  /// @param running the escalation of an alarm, to say who is called next
  void send(List<Call> calls, Function<String, Escalation> running, Batch batch) {
    Map<Recipient, List<Call>> grouped = new LinkedHashMap<>();
    calls.forEach(
        call -> grouped.computeIfAbsent(Recipient.of(call), r -> new ArrayList<>()).add(call));
    grouped.forEach((recipient, group) -> send(recipient, group, running, batch));
  }

  private void send(
      Recipient recipient, List<Call> group, Function<String, Escalation> running, Batch batch) {
    Instant now = batch.now();
    Deque<Instant> sent = recent.computeIfAbsent(recipient, r -> new ArrayDeque<>());
    sent.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
    boolean console = recipient.channel() == ChannelKind.DESKTOP;
    if (sent.size() + group.size() > MOST_SINGLE) {
      digest(recipient, group, console ? CONSOLE_PATIENCE : DIGEST_DELAY, batch);
      return;
    }
    Instant firstTry = console ? now.plus(CONSOLE_PATIENCE) : now;
    for (Call call : group) {
      sent.add(now);
      put(writer.of(call, running.apply(call.alarm().alarmId()), firstTry, now), batch);
    }
  }

  private void digest(Recipient recipient, List<Call> group, Duration delay, Batch batch) {
    Digest digest = digests.get(recipient);
    Notification earlier = digest == null ? null : open.get(digest.notificationId());
    boolean waits = earlier != null && earlier.state() == NotificationState.PENDING;
    List<Call> calls = new ArrayList<>();
    if (digest != null && waits && isFresh(earlier, batch.now())) {
      calls.addAll(digest.calls());
    } else {
      earlier = null;
    }
    calls.addAll(group);
    Notification whole = writer.digest(calls, earlier, batch.now().plus(delay), batch.now());
    digests.put(recipient, new Digest(whole.notificationId(), calls));
    put(whole, batch);
  }

  private static boolean isFresh(@Nullable Notification digest, Instant now) {
    Instant nextTryAt = digest == null ? null : digest.nextTryAt();
    return digest != null && digest.attempts() == 0 && nextTryAt != null && nextTryAt.isAfter(now);
  }

  /// Makes a notification, as it is now, part of the batch.
  void put(Notification notification, Batch batch) {
    remember(notification);
    batch.notifications.put(notification.notificationId(), notification);
    if (notification.state() == NotificationState.PENDING
        && notification.channel() != ChannelKind.DESKTOP) {
      batch.whenDurable.add(() -> outbox.accept(notification));
    }
  }

  private void remember(Notification notification) {
    String id = notification.notificationId();
    if (notification.state().isFinal()) {
      open.remove(id);
      notification.alarmIds().forEach(alarmId -> forget(alarmId, id));
    } else {
      open.put(id, notification);
      notification
          .alarmIds()
          .forEach(alarmId -> ofAlarm.computeIfAbsent(alarmId, a -> new LinkedHashSet<>()).add(id));
    }
  }

  private void forget(String alarmId, String notificationId) {
    Set<String> ids = ofAlarm.get(alarmId);
    if (ids != null && ids.remove(notificationId) && ids.isEmpty()) {
      ofAlarm.remove(alarmId);
    }
  }

  private List<Notification> openOf(String alarmId) {
    return ofAlarm.getOrDefault(alarmId, Set.of()).stream()
        .map(open::get)
        .filter(notification -> notification != null)
        .toList();
  }

  /// Takes back what waits and tells of nothing any more that somebody still has to hear of.
  void withdraw(String alarmId, Predicate<String> isRunning, Batch batch) {
    for (Notification notification : openOf(alarmId)) {
      if (notification.state() == NotificationState.PENDING
          && notification.alarmIds().stream().noneMatch(isRunning)) {
        put(notification.withdrawn(), batch);
      }
    }
  }

  /// Consoles show these alarms.
  void shown(Collection<String> alarmIds, Batch batch) {
    for (String alarmId : alarmIds) {
      for (Notification notification : openOf(alarmId)) {
        if (notification.channel() == ChannelKind.DESKTOP) {
          put(notification.delivered(batch.now(), "shown on a console"), batch);
        }
      }
    }
  }

  /// What no console has shown in time; looked for once a second.
  List<Notification> unseen(Instant now) {
    if (now.isBefore(nextLook)) {
      return List.of();
    }
    nextLook = now.plusSeconds(1);
    return open.values().stream()
        .filter(notification -> notification.channel() == ChannelKind.DESKTOP)
        .filter(notification -> {
          Instant until = notification.nextTryAt();
          return until == null || !until.isAfter(now);
        })
        .toList();
  }
}
