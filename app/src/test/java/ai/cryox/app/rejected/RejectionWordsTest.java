package ai.cryox.app.rejected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.text.Messages;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Fault.Reason;
import ai.cryox.core.reading.Rejection;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class RejectionWordsTest {
  private static final String SENTENCE = "\"temperature\" is \"warm\"; send a number.";

  private final Rejection rejection =
      new Rejection(
          1,
          Instant.parse("2026-11-23T20:14:07Z"),
          "temp_001",
          "devices/temp_001/messages/events/",
          new Fault(Reason.WRONG_TYPE, SENTENCE),
          new byte[12],
          12);

  @Test
  void inEnglishTheSentenceThatWasKeptIsTold() {
    RejectionWords words = new RejectionWords(Messages.in(Locale.UK));
    assertEquals(SENTENCE, words.inShort(rejection));
    assertTrue(words.whole(rejection).startsWith(SENTENCE + "\nFrom temp_001 on devices/"));
  }

  @Test
  void inGermanWhatToDoIsToldInGermanAndTheSentenceBesides() {
    RejectionWords words = new RejectionWords(Messages.in(Locale.GERMANY));
    assertTrue(words.inShort(rejection).startsWith("Ein Wert ist von anderer Art"));
    String whole = words.whole(rejection);
    assertTrue(whole.startsWith("Ein Wert ist von anderer Art"), whole);
    assertTrue(whole.contains("Im Wortlaut: " + SENTENCE), whole);
  }
}
