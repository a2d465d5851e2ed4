package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.link.LinkCounts;
import ai.cryox.core.link.LinkState;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.reading.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gateway or a link to another broker that goes away is one alarm, and no storm follows.
class LinkDownTest {
  private static final Duration PERIOD = Duration.ofSeconds(30);
  private static final int BEHIND = 20;

  @TempDir Path folder;
  private AlarmFixture line;
  private LinkState broker = LinkState.CONNECTED;

  @BeforeEach
  void open() {
    line = new AlarmFixture(folder);
  }

  @AfterEach
  void close() {
    line.close();
  }

  private static String device(int i) {
    return "temp_%03d".formatted(i);
  }

  /// Each device behind the gateway sends once, a second after the other.
  private void round(String gateway, int from) {
    for (int i = from; i < BEHIND; i++) {
      line.listen(Duration.ofSeconds(1));
      line.send(gateway, Reading.of(device(i), AlarmFixture.FACILITY, line.instant(), 2.5));
    }
    line.listen(PERIOD.minusSeconds(BEHIND - from));
  }

  private List<Alarm> announced() {
    return line.active().stream().filter(alarm -> alarm.state().isAnnounced()).toList();
  }

  private long suppressed() {
    return line.active().stream()
        .filter(alarm -> alarm.state() == AlarmState.SUPPRESSED)
        .filter(alarm -> alarm.condition() == Condition.SILENT)
        .count();
  }

  @Test
  void aLostGatewayIsOneAlarmAndItsReturnRaisesNone() {
    round("gateway_1", 0);
    round("gateway_1", 0);
    line.listen(PERIOD.multipliedBy(4));
    Alarm link = announced().getFirst();
    assertEquals(List.of(link), announced());
    assertEquals(new AlarmKey("/link/gateway_1", Condition.LINK_DOWN), link.key());
    assertEquals(AlarmFixture.FACILITY, link.facilityId());
    assertTrue(link.message().contains("20 devices"), link.message());
    assertEquals(BEHIND, suppressed());
    Hold hold = line.alarm(device(3), Condition.SILENT).orElseThrow().hold();
    assertEquals(link.alarmId(), hold == null ? "" : hold.reason());

    line.restart();
    assertEquals(BEHIND, suppressed());
    line.listen(Duration.ofMinutes(10));
    assertEquals(1, announced().size());

    round("gateway_1", 0);
    assertEquals(AlarmState.RETURNED, announced().getFirst().state());
    assertEquals(1, line.active().size());
    round("gateway_1", 0);
    round("gateway_1", 0);
    assertEquals(1, line.active().size());
  }

  @Test
  void whoIsStillSilentThreePeriodsAfterTheReturnAlarmsThen() {
    round("gateway_1", 0);
    line.listen(PERIOD.multipliedBy(4));
    round("gateway_1", 1);
    assertEquals(1, suppressed());
    round("gateway_1", 1);
    round("gateway_1", 1);
    round("gateway_1", 1);
    Alarm silent = line.alarm(device(0), Condition.SILENT).orElseThrow();
    assertEquals(AlarmState.UNACKNOWLEDGED, silent.state());
    assertEquals(
        List.of(AlarmEvent.SUPPRESS, AlarmEvent.VIOLATED, AlarmEvent.UNSUPPRESS),
        line.events(silent));
  }

  @Test
  void oneOfManyThatFailsAloneIsSilentByItself() {
    round("gateway_1", 0);
    for (int i = 0; i < 4; i++) {
      round("gateway_1", 1);
    }
    assertEquals(List.of(device(0)), announced().stream().map(Alarm::deviceId).toList());
    assertEquals(Condition.SILENT, announced().getFirst().condition());
  }

  @Test
  void aSilenceFromBeforeIsNotExplainedByTheLink() {
    round("gateway_1", 0);
    for (int i = 0; i < 4; i++) {
      round("gateway_1", 1);
    }
    line.listen(PERIOD.multipliedBy(4));
    assertEquals(
        AlarmState.UNACKNOWLEDGED, line.alarm(device(0), Condition.SILENT).orElseThrow().state());
    assertEquals(BEHIND - 1, suppressed());
  }

  @Test
  void aBrokerThatIsAwayIsOneAlarmBeforeAnybodyIsSilent() {
    watchBroker();
    round("broker.example:8883", 0);
    broker = LinkState.WAITING;
    line.listen(Duration.ofSeconds(25));
    assertEquals(List.of(), line.active());
    line.listen(Duration.ofSeconds(10));
    assertEquals(
        List.of("/link/broker.example:8883"), announced().stream().map(Alarm::deviceId).toList());
    assertEquals("It is switched off.", announced().getFirst().message());
    line.listen(Duration.ofMinutes(5));
    assertEquals(1, announced().size());
    assertEquals(BEHIND, suppressed());

    broker = LinkState.CONNECTED;
    line.listen(Duration.ofSeconds(2));
    assertEquals(AlarmState.RETURNED, announced().getFirst().state());
    round("broker.example:8883", 0);
    round("broker.example:8883", 0);
    assertEquals(1, line.active().size());
  }

  private void watchBroker() {
    line.backend()
        .surroundings()
        .watchLinks(() ->
            List.of(
                status("broker.example:8883 (1 of 2)"), status("broker.example:8883 (2 of 2)")));
  }

  private LinkStatus status(String name) {
    return new LinkStatus(
        name, broker, line.instant(), "It is switched off.", new LinkCounts(0, 0, 0));
  }

  @Test
  void aBlinkOfALinkIsNoAlarm() {
    watchBroker();
    round("broker.example:8883", 0);
    for (int i = 0; i < 3; i++) {
      broker = LinkState.WAITING;
      line.listen(Duration.ofSeconds(10));
      broker = LinkState.CONNECTED;
      line.listen(Duration.ofSeconds(5));
    }
    assertFalse(line.active().stream().anyMatch(Alarm::isSystem));
  }

  @Test
  void aShelfThatEndsWhileTheLinkIsDownStaysQuiet() {
    round("gateway_1", 0);
    AlarmKey key = new AlarmKey(device(0), Condition.SILENT);
    line.act(actions -> actions.shelve(List.of(key), Duration.ofMinutes(5), "moved"));
    line.listen(Duration.ofMinutes(7));
    assertEquals(
        AlarmState.SUPPRESSED, line.alarm(device(0), Condition.SILENT).orElseThrow().state());
    assertEquals(1, announced().size());
  }
}
