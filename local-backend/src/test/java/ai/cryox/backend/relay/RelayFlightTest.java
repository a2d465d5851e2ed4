package ai.cryox.backend.relay;

import static ai.cryox.backend.relay.RelayFixture.HOUR;
import static ai.cryox.backend.relay.RelayFixture.publication;
import static ai.cryox.backend.relay.TopicFilterTest.filter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is on its way to a client: how much, in which order, and under which packet id.
class RelayFlightTest {
  private final RelayFixture fixture = new RelayFixture();
  private final Relay relay = fixture.relay;
  private final RecordingLink link = new RecordingLink();

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
}
