package ai.cryox.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.escalation.Callouts;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmWordsTest {
  private final AlarmWords words =
      new AlarmWords(new Units(Messages.in(Locale.ENGLISH), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    Callouts.DRILL + "temp_001, DRILL · temp_001",
    "/link/plant, Link plant",
    "/store, Storage of readings",
    "/notify/plan, Calling people",
    "temp_001, temp_001",
  })
  void whatAnAlarmConcernsHasAName(String deviceId, String name) {
    assertEquals(name, words.subject(deviceId, null));
  }
}
