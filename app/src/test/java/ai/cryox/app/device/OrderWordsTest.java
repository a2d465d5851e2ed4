package ai.cryox.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.device.DeviceOrder.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderWordsTest {
  private static final Instant SENT = Instant.parse("2026-11-23T10:02:03Z");
  private static final Instant ACCEPTED = SENT.plusSeconds(1);
  private static final Instant APPLIED = SENT.plusSeconds(38);
  private static final OrderWords WORDS =
      new OrderWords(new Units(Messages.in(Locale.ENGLISH), ZoneOffset.UTC));

  private static String words(State state, @Nullable Instant sentAt, @Nullable Instant appliedAt) {
    DeviceOrder order =
        new DeviceOrder("d", 1, state, sentAt, ACCEPTED, appliedAt, "anna", " too fast ");
    return WORDS.of(order, SENT.plusSeconds(60));
  }

  @Test
  void itSaysWhenItWasSentAcceptedAndApplied() {
    assertEquals(
        "sent 10:02:03 · accepted 10:02:04 · applied by device 10:02:41 · “too fast” · anna",
        words(State.APPLIED, SENT, APPLIED));
  }

  @Test
  void whatIsNotKnownIsNotSaid() {
    assertEquals(
        "accepted 10:02:04 · the device does so · “too fast” · anna",
        words(State.APPLIED, null, null));
    assertEquals(
        "sent 10:02:03 · accepted 10:02:04 · pending since 10:02:04 · “too fast” · anna",
        words(State.WAITING, SENT, null));
    assertEquals(
        "sent 10:02:03 · accepted 10:02:04 · this server does not say when the device does it ·"
            + " “too fast” · anna",
        words(State.UNKNOWN, SENT, null));
  }
}
