package ai.cryox.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.Callouts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmWordsTest {
  private static final Instant RAISED = Instant.parse("2026-11-29T18:47:39Z");

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

  /// The delay of the limit came before it, and with it more time beyond the limit.
  @Test
  void theTimeOfAnAlarmIsNotSaidToBeThatBeyondTheLimit() {
    assertEquals(
        "above 8.0\u2009°C, alarm for 29 s, peak 13.4",
        words.sentence(alarm(AlarmState.UNACKNOWLEDGED, null), RAISED.plusSeconds(29)));
  }

  @ParameterizedTest
  @CsvSource({"HIGH, Back in range", "SILENT, Sends again", "LINK_DOWN, Over"})
  void whatEndsEndsInItsOwnWords(Condition condition, String sentence) {
    AlarmChange change =
        new AlarmChange(
            "a",
            RAISED,
            RAISED,
            AlarmEvent.WENT_BACK,
            AlarmState.ACKNOWLEDGED,
            AlarmState.NORMAL,
            Severity.WARNING,
            Double.NaN,
            "",
            "",
            null);
    assertEquals(sentence, words.change(condition, change));
  }

  @Test
  void besideItsSeverityWhatIsShelvedSaysOnlyUntilWhen() {
    Hold hold = new Hold(RAISED, RAISED.plusSeconds(1_800), "anna", "Defrosting");
    Alarm shelved = alarm(AlarmState.SHELVED, hold);
    assertEquals("Shelved", words.severity(shelved));
    assertEquals("until 19:17 by anna · Defrosting", words.stateBesideSeverity(shelved, false));
    assertEquals("until 19:17", words.stateBesideSeverity(shelved, true));
    assertEquals("Shelved until 19:17 by anna · Defrosting", words.state(shelved));
  }

  @Test
  void besideItsSeverityWhatNobodyShelvedSaysItsState() {
    Alarm alarm = alarm(AlarmState.UNACKNOWLEDGED, null);
    assertEquals("Unacknowledged", words.stateBesideSeverity(alarm, true));
  }

  @Test
  void besideItsSeverityWhatReturnedSaysThatNobodyAcknowledgedIt() {
    Alarm returned = alarm(AlarmState.RETURNED, null);
    assertEquals("Returned", words.severity(returned));
    assertEquals("Unacknowledged", words.stateBesideSeverity(returned, true));
  }

  private static Alarm alarm(AlarmState state, @Nullable Hold hold) {
    return new Alarm(
        "temp_001_HIGH_1",
        "temp_001",
        "north",
        Condition.HIGH,
        Severity.CRITICAL,
        Severity.CRITICAL,
        new AlarmLife(state, state.isHeld() ? AlarmState.UNACKNOWLEDGED : state, false),
        13.4,
        8.0,
        13.4,
        RAISED,
        RAISED,
        null,
        null,
        null,
        "",
        "",
        1,
        hold);
  }
}
