package ai.cryox.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Walks every state and event of the non-latching column.
class AlarmRulesTest {
  @ParameterizedTest
  @CsvSource({
    // from, event, to, announced, new occurrence
    "NORMAL, VIOLATED, UNACKNOWLEDGED, true, true",
    "NORMAL, ROSE, UNACKNOWLEDGED, true, true",
    "NORMAL, WENT_BACK, NORMAL, false, false",
    "NORMAL, ACKNOWLEDGE, NORMAL, false, false",
    "UNACKNOWLEDGED, VIOLATED, UNACKNOWLEDGED, false, false",
    "UNACKNOWLEDGED, ROSE, UNACKNOWLEDGED, true, false",
    "UNACKNOWLEDGED, WENT_BACK, RETURNED, false, false",
    "UNACKNOWLEDGED, ACKNOWLEDGE, ACKNOWLEDGED, false, false",
    "ACKNOWLEDGED, VIOLATED, ACKNOWLEDGED, false, false",
    "ACKNOWLEDGED, ROSE, UNACKNOWLEDGED, true, false",
    "ACKNOWLEDGED, WENT_BACK, NORMAL, false, false",
    "ACKNOWLEDGED, ACKNOWLEDGE, ACKNOWLEDGED, false, false",
    "RETURNED, VIOLATED, UNACKNOWLEDGED, true, true",
    "RETURNED, ROSE, UNACKNOWLEDGED, true, true",
    "RETURNED, WENT_BACK, RETURNED, false, false",
    "RETURNED, ACKNOWLEDGE, NORMAL, false, false",
  })
  void everyStateAndEventGoesWhereTheTableSays(
      AlarmState from, AlarmEvent event, AlarmState to, boolean announced, boolean anew) {
    assertEquals(new AlarmRules.Step(to, announced, anew), AlarmRules.next(from, event));
  }
}
