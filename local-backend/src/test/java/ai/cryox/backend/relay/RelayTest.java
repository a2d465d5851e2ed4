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
  void theWindowHoldsBackWhatTheClientHasNotRoomFor() {
    Attendance attendance = fixture.join(new Opening("a", true, Duration.ZERO, 2, null), link);
    fixture.subscribe(attendance, "t", 1);
    for (int i = 1; i <= 4; i++) {
      fixture.publish(null, "t", "m" + i, 1);
    }
    assertEquals(List.of("m1", "m2"), link.texts());
    assertTrue(relay.settle(attendance, 1));
    assertFalse(relay.settle(attendance, 1));
    assertEquals(List.of("m1", "m2", "m3"), link.texts());
  }

  @Test
  void whatIsInFlightComesAgainWithItsPacketIdAndBeforeTheRest() {
    Attendance attendance = fixture.join(new Opening("a", false, HOUR, 1, null), link);
    fixture.subscribe(attendance, "t", 1);
    fixture.publish(null, "t", "first", 1);
    fixture.publish(null, "t", "second", 1);
    relay.leave(attendance, true, null);
    fixture.publish(null, "t", "third", 1);
    RecordingLink later = new RecordingLink();
    Attendance again = fixture.staying("a", later);
    assertTrue(again.resumed());
    assertEquals(List.of("first", "second", "third"), later.texts());
    Outgoing first = later.got.remove();
    assertTrue(first.repeated());
    assertEquals(1, first.packetId());
    assertFalse(later.got.remove().repeated());
  }

  @Test
  void aClientThatHasAMessageOnlyHearsOfItsReleaseAgain() {
    Attendance attendance = fixture.staying("a", link);
    fixture.subscribe(attendance, "t", 2);
    fixture.publish(null, "t", "x", 2);
    assertTrue(relay.received(attendance, 1));
    assertEquals(List.of(), link.released);
    fixture.commit();
    assertEquals(List.of(1), link.released);
    relay.leave(attendance, true, null);
    RecordingLink later = new RecordingLink();
    Attendance again = fixture.staying("a", later);
    assertEquals(List.of(1), later.released);
    assertEquals(List.of(), later.texts());
    assertTrue(relay.settle(again, 1));
  }

  @Test
  void aRepeatedPacketIdIsTheSameMessageUntilItIsReleased() {
    Attendance attendance = fixture.staying("a", link);
    Relay.Exchange first = relay.receive(attendance, 5);
    assertFalse(first.repeated());
    AtomicInteger received = new AtomicInteger();
    relay.whenSafe(first.incoming(), received::incrementAndGet);
    relay.publish(attendance, publication("t", "x", 2), first.incoming(), () -> {});
    relay.whenSafe(relay.receive(attendance, 5).incoming(), received::incrementAndGet);
    assertTrue(relay.receive(attendance, 5).repeated());
    assertEquals(0, received.get());
    fixture.commit();
    assertEquals(2, received.get());
    AtomicInteger completed = new AtomicInteger();
    assertTrue(relay.release(attendance, 5, completed::incrementAndGet));
    assertEquals(0, completed.get());
    fixture.commit();
    assertEquals(1, completed.get());
    assertFalse(relay.receive(attendance, 5).repeated());
    assertFalse(relay.release(attendance, 6, completed::incrementAndGet));
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

  private static Will will(Duration delay) {
    return new Will(publication("gone", "a", 1), delay, null);
  }

  @Test
  void aWillIsDoneAfterItsDelayOrAtTheSessionsEnd() {
    Attendance brief = fixture.join(opening("a", false, Duration.ofSeconds(20), will(HOUR)), link);
    Attendance delayed =
        fixture.join(opening("b", false, HOUR, will(Duration.ofSeconds(10))), link);
    relay.leave(brief, true, null);
    relay.leave(delayed, true, null);
    fixture.pass(Duration.ofSeconds(9));
    assertEquals(0, fixture.wills.size());
    fixture.pass(Duration.ofSeconds(1));
    assertEquals(1, fixture.wills.size());
    fixture.pass(Duration.ofSeconds(10));
    assertEquals(2, fixture.wills.size());
    fixture.pass(HOUR);
    assertEquals(2, fixture.wills.size());
  }

  @Test
  void whoSaysGoodbyeOrComesBackInTimeHasNoWillDone() {
    Attendance polite = fixture.join(opening("a", true, Duration.ZERO, will(Duration.ZERO)), link);
    relay.leave(polite, false, null);
    Attendance back = fixture.join(opening("b", false, HOUR, will(Duration.ofSeconds(10))), link);
    relay.leave(back, true, null);
    fixture.staying("b", link);
    fixture.pass(HOUR);
    assertEquals(0, fixture.wills.size());
  }

  @Test
  void aWillIsDoneAtOnceWhenTheSessionEndsWithItsConnection() {
    Attendance lost = fixture.join(opening("a", true, Duration.ZERO, will(HOUR)), link);
    relay.leave(lost, true, null);
    assertEquals(1, fixture.wills.size());
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
  void whatDoesNotFitIsThrownAwayAndCounted() {
    RelayLimits narrow = new RelayLimits(1, 1, 1, 2, 1_000_000, 1, 1_000_000, HOUR);
    RelayFixture small = new RelayFixture(narrow, StoredRelay.NOTHING);
    Attendance attendance = small.staying("a", link);
    assertEquals(
        List.of(true, false),
        small.relay.subscribe(
            attendance,
            List.of(Subscription.of(filter("t"), 1), Subscription.of(filter("u"), 1)),
            () -> {}));
    small.relay.leave(attendance, true, null);
    for (int i = 0; i < 3; i++) {
      small.publish(null, "t", "m" + i, 1);
    }
    assertEquals(1, small.relay.dropped());
    small.relay.publish(null, publication("r/1", "x", 0).retained(), null, () -> {});
    small.relay.publish(null, publication("r/2", "x", 0).retained(), null, () -> {});
    assertEquals(2, small.relay.dropped());
    assertEquals(Duration.ZERO, small.staying("b", link).expiry());
  }

  @Test
  void aClientThatTakesTooLittleLosesQosZeroAlone() {
    fixture.subscribe(fixture.passing("a", link), "t", 1);
    link.full = true;
    fixture.publish(null, "t", "zero", 0);
    fixture.publish(null, "t", "one", 1);
    assertEquals(List.of("one"), link.texts());
    assertEquals(1, relay.dropped());
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

  @Test
  void aPacketIdIsNotUsedTwiceWhileItsMessageIsUnsettled() {
    Attendance attendance = fixture.join(new Opening("a", true, Duration.ZERO, 2, null), link);
    fixture.subscribe(attendance, "t", 1);
    for (int i = 0; i < 70_000; i++) {
      fixture.publish(null, "t", "x", 1);
      Outgoing newest = link.got.size() > 1 ? link.got.remove() : null;
      if (newest != null && newest.packetId() != 1) {
        relay.settle(attendance, newest.packetId());
      }
    }
    assertTrue(relay.dropped() > 0);
    assertTrue(link.got.stream().noneMatch(outgoing -> outgoing.packetId() == 1));
  }
}
