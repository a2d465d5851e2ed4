package ai.cryox.backend.relay;

import static ai.cryox.backend.relay.RelayFixture.HOUR;
import static ai.cryox.backend.relay.RelayFixture.opening;
import static ai.cryox.backend.relay.RelayFixture.publication;
import static ai.cryox.backend.relay.TopicFilterTest.filter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.relay.Downlink.Outcome;
import ai.cryox.backend.relay.Subscription.RetainHandling;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Who hears what is published, and for how long a session waits for it.
class RelayTest {
  private final RelayFixture fixture = new RelayFixture();
  private final Relay relay = fixture.relay;
  private final RecordingLink link = new RecordingLink();

  @Test
  void aStoredSessionGetsAMessageWhenItIsStoredAndThePublisherHearsOfItThen() {
    Attendance attendance = fixture.staying("a", link);
    fixture.subscribe(attendance, "t", 1);
    AtomicInteger acknowledged = new AtomicInteger();
    relay.publish(null, publication("t", "x", 1), null, acknowledged::incrementAndGet);
    assertEquals(List.of(), link.texts());
    assertEquals(0, acknowledged.get());
    fixture.commit();
    assertEquals(List.of("x"), link.texts());
    assertEquals(1, acknowledged.get());
  }

  @Test
  void aPassingSessionGetsAMessageAtOnce() {
    Attendance attendance = fixture.passing("a", link);
    relay.subscribe(attendance, List.of(Subscription.of(filter("t"), 1)), () -> {});
    relay.publish(null, publication("t", "x", 1), null, () -> {});
    assertEquals(List.of("x"), link.texts());
    assertEquals(List.of(), fixture.commit());
  }

  @Test
  void overlappingSubscriptionsBringOneMessageWithTheHighestQosAndAllIdentifiers() {
    Attendance attendance = fixture.passing("a", link);
    relay.subscribe(
        attendance,
        List.of(
            new Subscription(filter("t/#"), 0, false, false, RetainHandling.ALWAYS, 7),
            new Subscription(filter("t/+"), 2, false, false, RetainHandling.ALWAYS, 9)),
        () -> {});
    fixture.publish(null, "t/x", "x", 1);
    Outgoing only = link.got.remove();
    assertTrue(link.got.isEmpty());
    assertEquals(1, only.qos());
    assertEquals(Set.of(7, 9), new TreeSet<>(only.identifiers()));
  }

  @Test
  void whoWantsNothingLocalDoesNotHearItself() {
    Attendance attendance = fixture.passing("a", link);
    relay.subscribe(
        attendance,
        List.of(new Subscription(filter("t"), 1, true, false, RetainHandling.ALWAYS, 0)),
        () -> {});
    fixture.publish(attendance, "t", "mine", 1);
    fixture.publish(null, "t", "yours", 1);
    assertEquals(List.of("yours"), link.texts());
  }

  @Test
  void anotherConnectionTakesOver() {
    Attendance older = fixture.staying("a", link);
    fixture.subscribe(older, "t", 1);
    RecordingLink newer = new RecordingLink();
    assertTrue(fixture.staying("a", newer).resumed());
    assertTrue(link.takenOver);
    relay.leave(older, true, null);
    fixture.publish(null, "t", "x", 1);
    assertEquals(List.of("x"), newer.texts());
    assertFalse(relay.settle(older, 1));
  }

  @Test
  void aFreshStartForgetsEverything() {
    Attendance older = fixture.staying("a", link);
    fixture.subscribe(older, "t", 1);
    relay.leave(older, true, null);
    fixture.publish(null, "t", "x", 1);
    RecordingLink newer = new RecordingLink();
    assertFalse(fixture.join(opening("a", true, HOUR, null), newer).resumed());
    fixture.publish(null, "t", "y", 1);
    assertEquals(List.of(), newer.texts());
  }

  @Test
  void aSessionEndsWhenItsTimeIsOver() {
    relay.leave(fixture.staying("a", link), true, null);
    fixture.pass(HOUR.minusSeconds(1));
    Attendance again = fixture.staying("a", link);
    assertTrue(again.resumed());
    relay.leave(again, true, Duration.ofMinutes(2));
    fixture.pass(Duration.ofMinutes(2));
    assertFalse(fixture.staying("a", link).resumed());
  }

  @Test
  void noSessionWaitsLongerThanTheLimit() {
    Duration longest = RelayLimits.USUAL.longestExpiry();
    Attendance attendance = fixture.join(opening("a", false, longest.plusDays(1), null), link);
    assertEquals(longest, attendance.expiry());
  }

  @Test
  void anExpiredMessageIsNotSent() {
    Attendance attendance = fixture.staying("a", link);
    fixture.subscribe(attendance, "t", 1);
    relay.leave(attendance, true, null);
    Publication brief = publication("t", "brief", 1).expiringAt(fixture.now.plusSeconds(5));
    relay.publish(null, brief, null, () -> {});
    fixture.publish(null, "t", "long", 1);
    fixture.pass(Duration.ofSeconds(5));
    RecordingLink later = new RecordingLink();
    fixture.staying("a", later);
    assertEquals(List.of("long"), later.texts());
  }

  @Test
  void retainedMessagesComeAsTheSubscriptionWants() {
    relay.publish(null, publication("t/1", "x", 1).retained(), null, () -> {});
    Attendance attendance = fixture.passing("a", link);
    TopicFilter filter = filter("t/+");
    for (RetainHandling handling : RetainHandling.values()) {
      relay.subscribe(
          attendance, List.of(new Subscription(filter, 1, false, false, handling, 0)), () -> {});
      fixture.commit();
    }
    assertEquals(List.of("x"), link.texts());
    assertTrue(link.got.remove().retain());
    relay.publish(null, publication("t/1", "", 1).retained(), null, () -> {});
    fixture.commit();
    assertFalse(link.got.remove().retain());
    RecordingLink other = new RecordingLink();
    fixture.subscribe(fixture.passing("b", other), "t/1", 1);
    assertEquals(List.of(), other.texts());
  }

  @Test
  void aSharedMessageGoesToOneThatIsThere() {
    RecordingLink other = new RecordingLink();
    Attendance here = fixture.passing("a", link);
    Attendance away = fixture.staying("b", other);
    fixture.subscribe(here, "$share/g/t", 1);
    fixture.subscribe(away, "$share/g/t", 1);
    fixture.publish(null, "t", "1", 1);
    fixture.publish(null, "t", "2", 1);
    assertEquals(1, link.got.size());
    assertEquals(1, other.got.size());
    relay.leave(away, true, null);
    fixture.publish(null, "t", "3", 1);
    fixture.publish(null, "t", "4", 1);
    assertEquals(3, link.got.size());
  }

  @Test
  void theBackendSpeaksToOneClientAndHearsWhatBecameOfIt() {
    Downlink downlink = relay.downlink();
    RecordingLink other = new RecordingLink();
    fixture.subscribe(fixture.passing("b", other), "#", 1);
    Attendance attendance = fixture.staying("a", link);
    Publication message = publication("devices/a/messages/devicebound/", "x", 1);
    assertEquals(Outcome.UNHEARD, outcome(downlink.send("a", message)));
    assertEquals(Outcome.UNHEARD, outcome(downlink.send("nobody", message)));
    fixture.subscribe(attendance, "devices/a/messages/devicebound/#", 1);
    assertTrue(downlink.isListening("a", message.topic()));
    assertEquals(Outcome.SENT, outcome(downlink.send("a", message)));
    relay.leave(attendance, false, null);
    assertFalse(downlink.isListening("a", message.topic()));
    CompletableFuture<Outcome> stored = downlink.send("a", message);
    assertFalse(stored.isDone());
    assertEquals(Outcome.QUEUED, outcome(stored));
    assertEquals(
        Outcome.UNHEARD, outcome(downlink.send("a", publication(message.topic(), "x", 0))));
    assertEquals(List.of(), other.texts());
    outcome(downlink.publish(publication("all", "y", 0)).thenApply(done -> Outcome.SENT));
    assertEquals(List.of("y"), other.texts());
  }

  private Outcome outcome(CompletableFuture<Outcome> asked) {
    fixture.commit();
    return asked.join();
  }
}
