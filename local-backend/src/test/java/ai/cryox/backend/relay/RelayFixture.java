package ai.cryox.backend.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A relay whose clock and commits the test moves.
final class RelayFixture {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final Duration HOUR = Duration.ofHours(1);

  private record Asked(List<SessionChange> changes, Runnable whenDurable) {}

  private final List<Asked> journal = new ArrayList<>();
  final List<Publication> wills = new ArrayList<>();
  final Relay relay;
  Instant now;

  /// @param start what the clock says at first
  RelayFixture(RelayLimits limits, StoredRelay stored, Instant start) {
    now = start;
    relay =
        new Relay(
            limits,
            new RelayJournal() {
              @Override
              public void append(List<SessionChange> changes, Runnable whenDurable) {
                journal.add(new Asked(List.copyOf(changes), whenDurable));
              }

              @Override
              public boolean isBusy() {
                return false;
              }
            },
            () -> now,
            Runnable::run,
            stored);
    relay.routeWills((clientId, will) -> wills.add(will));
  }

  RelayFixture(RelayLimits limits, StoredRelay stored) {
    this(limits, stored, NOW);
  }

  RelayFixture() {
    this(RelayLimits.USUAL, StoredRelay.NOTHING);
  }

  /// Makes everything durable that was asked for, and whatever follows from it.
  List<SessionChange> commit() {
    List<SessionChange> durable = new ArrayList<>();
    while (!journal.isEmpty()) {
      Asked next = journal.removeFirst();
      durable.addAll(next.changes());
      next.whenDurable().run();
    }
    return durable;
  }

  void pass(Duration time) {
    now = now.plus(time);
    relay.tick();
    commit();
  }

  static Opening opening(String clientId, boolean fresh, Duration expiry, @Nullable Will will) {
    return new Opening(clientId, fresh, expiry, 10, will);
  }

  /// A client whose session ends with its connection.
  Attendance passing(String clientId, RecordingLink link) {
    return join(opening(clientId, true, Duration.ZERO, null), link);
  }

  /// A client whose session waits an hour.
  Attendance staying(String clientId, RecordingLink link) {
    return join(opening(clientId, false, HOUR, null), link);
  }

  Attendance join(Opening opening, RecordingLink link) {
    Attendance attendance = relay.connect(opening, link, () -> {});
    commit();
    return attendance;
  }

  void subscribe(Attendance attendance, String filter, int qos) {
    relay.subscribe(
        attendance, List.of(Subscription.of(TopicFilterTest.filter(filter), qos)), () -> {});
    commit();
  }

  void publish(@Nullable Attendance attendance, String topic, String text, int qos) {
    relay.publish(attendance, publication(topic, text, qos), null, () -> {});
    commit();
  }

  static Publication publication(String topic, String text, int qos) {
    return Publication.of(topic, text.getBytes(StandardCharsets.UTF_8), qos);
  }

  static String text(Outgoing outgoing) {
    return new String(outgoing.publication().payload(), StandardCharsets.UTF_8);
  }
}
