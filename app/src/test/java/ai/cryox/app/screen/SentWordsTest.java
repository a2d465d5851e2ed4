package ai.cryox.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Notification;
import ai.cryox.core.escalation.NotificationState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SentWordsTest {
  private static final Instant AT = Instant.parse("2026-11-23T20:14:07Z");

  private static String outcome(Locale locale, ChannelKind channel, String receipt) {
    Notification sent =
        new Notification(
            "n1",
            List.of("a1"),
            channel,
            "",
            "desk",
            "",
            "",
            "",
            Map.of(),
            false,
            NotificationState.DELIVERED,
            1,
            AT,
            null,
            AT,
            receipt,
            "");
    return new SentWords(new Units(Messages.in(locale), ZoneOffset.UTC)).outcome(sent);
  }

  @Test
  void whatAConsoleAnswersIsToldInTheReadersLanguage() {
    String stored = "shown on a console";
    assertEquals(
        "delivered 20:14:07 · shown on a console", outcome(Locale.UK, ChannelKind.DESKTOP, stored));
    assertEquals(
        "zugestellt 20:14:07 · auf einer Konsole gezeigt",
        outcome(Locale.GERMANY, ChannelKind.DESKTOP, stored));
  }

  @Test
  void whatAServerAnswersIsToldInItsOwnWords() {
    assertEquals(
        "zugestellt 20:14:07 · 250 queued",
        outcome(Locale.GERMANY, ChannelKind.EMAIL, "250 queued"));
  }
}
