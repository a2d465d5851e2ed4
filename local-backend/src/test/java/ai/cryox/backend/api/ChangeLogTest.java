package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.device.Device;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What one who watches a single facility learns, beside one who watches all.
final class ChangeLogTest extends WithApi {
  private static final LiveScope ALL = new LiveScope(true, Set.of());
  private static final LiveScope SECOND = new LiveScope(false, Set.of("warehouse_002"));

  private ChangeLog log;

  @BeforeEach
  void begin() {
    log = new ChangeLog(api.session.live(), message -> "{}", "run");
    log.advance();
  }

  private String since(long from, LiveScope scope) {
    return new String(log.since(from, scope).json(), StandardCharsets.UTF_8);
  }

  @Test
  void aScopeSeesItsOwnDevicesOnly() {
    assertTrue(since(ChangeLog.NOTHING, ALL).contains("temp_001"));
    String second = since(ChangeLog.NOTHING, SECOND);
    assertFalse(second.contains("temp_001"), second);
    assertTrue(second.contains("temp_009"), second);
  }

  @Test
  void anAlarmOfAnotherFacilityIsNoNews() throws Exception {
    long before = log.advance();
    String alarmId = api.alarm(Duration.ofMinutes(3), 7.25);
    log.advance();
    assertTrue(log.hasAlarmNews(before, ALL));
    assertTrue(since(before, ALL).contains(alarmId));
    assertFalse(log.hasAlarmNews(before, SECOND));
    assertFalse(since(before, SECOND).contains(alarmId));
  }

  @Test
  void aDeviceThatMovesAwayIsGoneForThoseItLeft() {
    long before = log.advance();
    api.session.register(Device.unconfirmed("temp_009", "warehouse_001", ApiFixture.NOW));
    log.advance();
    String second = since(before, SECOND);
    assertTrue(second.contains("\"devicesGone\":[\"temp_009\"]"), second);
    String all = since(before, ALL);
    assertTrue(all.contains("\"devicesGone\":[]"), all);
  }

  @Test
  void aCursorOfOtherRightsIsNone() {
    String cursor = since(ChangeLog.NOTHING, ALL).replaceAll("^\\{\"cursor\":\"([^\"]+)\".*", "$1");
    assertTrue(log.versionOf(cursor, ALL) > ChangeLog.NOTHING);
    assertEquals(ChangeLog.NOTHING, log.versionOf(cursor, SECOND));
  }
}
