package ai.cryox.backend.relay;

import static ai.cryox.backend.relay.RelayFixture.HOUR;
import static ai.cryox.backend.relay.RelayFixture.publication;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Retained messages that have expired keep no other one out.
class RetainedRoomTest {
  private static final int MOST = 3;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Instant SOON = RelayFixture.NOW.plus(MINUTE);

  /// Room for so many topics, and for so many bytes.
  private static RelayLimits limits(long bytes) {
    return new RelayLimits(10, 10, 10, 10, 1_000_000, MOST, bytes, HOUR);
  }

  private RelayFixture fixture = new RelayFixture(limits(1_000_000), StoredRelay.NOTHING);
  private final Map<String, Publication> durable = new LinkedHashMap<>();

  private List<SessionChange> retain(String topic, String text, @Nullable Instant end) {
    fixture.relay.publish(
        null, publication(topic, text, 0).retained().expiringAt(end), null, () -> {});
    return commit();
  }

  private List<SessionChange> commit() {
    List<SessionChange> changes = fixture.commit();
    for (SessionChange change : changes) {
      switch (change) {
        case SessionChange.Retained(Publication it) -> durable.put(it.topic(), it);
        case SessionChange.TakenBack(String topic) -> durable.remove(topic);
        default -> {}
      }
    }
    return changes;
  }

  /// What was stored is all that is known now; the clock goes on.
  private void restart(RelayLimits limits) {
    RelayFixture before = fixture;
    StoredRelay stored = new StoredRelay(List.of(), new ArrayList<>(durable.values()));
    fixture = new RelayFixture(limits, stored, before.now);
    commit();
  }

  private void pass(Duration time) {
    fixture.pass(time);
  }

  /// What somebody who comes now is sent.
  private List<String> heard() {
    RecordingLink link = new RecordingLink();
    Attendance attendance = fixture.passing("listener", link);
    fixture.subscribe(attendance, "#", 0);
    return link.texts();
  }

  private void fill(@Nullable Instant end) {
    for (int i = 0; i < MOST; i++) {
      retain("old/" + i, "old " + i, end);
    }
  }

  @Test
  void aStoreFullOfExpiredMessagesTakesANewOne() {
    fill(SOON);
    pass(MINUTE);
    retain("new", "new", null);
    assertEquals(List.of("new"), heard());
    assertEquals(0, fixture.relay.dropped());
  }

  @Test
  void whatMadeRoomDoesNotComeBackAfterARestart() {
    fill(SOON);
    pass(MINUTE);
    List<SessionChange> changes = retain("new", "new", null);
    assertEquals(new SessionChange.TakenBack("old/0"), changes.getFirst());
    assertEquals(List.of("old/1", "old/2", "new"), List.copyOf(durable.keySet()));
    restart(limits(1_000_000));
    assertEquals(List.of("new"), List.copyOf(durable.keySet()));
    retain("newer", "newer", null);
    retain("newest", "newest", null);
    assertEquals(List.of("new", "newer", "newest"), heard());
    assertEquals(0, fixture.relay.dropped());
  }

  @Test
  void whatExpiredWhileNothingRanKeepsNothingOut() {
    fill(SOON);
    retain("old/2", "for ever", null);
    Duration away = Duration.ofDays(1);
    fixture.now = fixture.now.plus(away);
    restart(new RelayLimits(10, 10, 10, 10, 1_000_000, 1, 1_000_000, HOUR));
    assertEquals(List.of("for ever"), heard());
    assertEquals(List.of("old/2"), List.copyOf(durable.keySet()));
  }

  @Test
  void whatHasNotExpiredIsNeverDropped() {
    fill(SOON);
    pass(MINUTE.minusMillis(1));
    assertEquals(List.of(), retain("new", "new", null));
    assertEquals(1, fixture.relay.dropped());
    assertEquals(List.of("old 0", "old 1", "old 2"), heard());
  }

  @Test
  void whatWasRetainedAnewHasItsNewEnd() {
    fill(SOON);
    for (int i = 0; i < MOST; i++) {
      retain("old/" + i, "renewed " + i, i == 0 ? null : SOON.plus(MINUTE));
    }
    pass(MINUTE);
    assertEquals(List.of(), retain("new", "new", null));
    pass(MINUTE);
    retain("new", "new", null);
    assertEquals(List.of("renewed 0", "new"), heard());
  }

  @Test
  void asManyAreDroppedAsTheBytesOfTheNewOneNeed() {
    long one = publication("old/0", "old 0", 0).retained().weight();
    fixture = new RelayFixture(limits(MOST * one), StoredRelay.NOTHING);
    fill(SOON);
    pass(MINUTE);
    String twice = "x".repeat((int) one);
    retain("new/0", twice, null);
    assertEquals(List.of("old/2", "new/0"), List.copyOf(durable.keySet()));
    assertEquals(List.of(twice), heard());
  }
}
