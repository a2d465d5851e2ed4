package ai.cryox.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import ai.cryox.simulator.publish.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefrostTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
  private static final String ON = "\"defrost\":true";
  private static final String OFF = "\"defrost\":false";

  @Test
  void aFreezerSaysWhenItsDefrostBeginsAndEndsThreeTimesADay() {
    List<OutgoingMessage> said = said(UnitKind.FREEZER);
    int begun = 0;
    Instant since = null;
    for (OutgoingMessage message : said) {
      boolean on = payload(message).contains(ON);
      if (on && since == null) {
        begun++;
        since = message.sentAt();
      } else if (!on && since != null) {
        Duration lasted = Duration.between(since, message.sentAt());
        assertTrue(lasted.compareTo(Duration.ofMinutes(12)) <= 0, "lasted " + lasted);
        since = null;
      }
    }
    assertEquals(3, begun);
  }

  @Test
  void aUnitThatIsNeverDefrostedSaysNothingOfIt() {
    List<OutgoingMessage> said = said(UnitKind.ULTRA_LOW_FREEZER);
    assertTrue(said.stream().map(DefrostTest::payload).noneMatch(text -> text.contains("defrost")));
  }

  private static String payload(OutgoingMessage message) {
    return new String(message.payload(), StandardCharsets.UTF_8);
  }

  /// What the first unit of a kind says of how it works on one day.
  private static List<OutgoingMessage> said(UnitKind kind) {
    SimulatedWorld world =
        new SimulatedWorld(Options.fleet(7, 1, 12, Duration.ofMinutes(5)), MIDNIGHT);
    SimulatedDevice unit =
        world.fleet().devices().stream()
            .filter(device -> device.kind() == kind)
            .findFirst()
            .orElseThrow();
    Iterator<OutgoingMessage> day = world.messagesUntil(MIDNIGHT.plus(Duration.ofDays(1)));
    List<OutgoingMessage> said = new ArrayList<>();
    while (day.hasNext()) {
      OutgoingMessage message = day.next();
      String text = payload(message);
      if (text.contains("compressorOn") && text.contains('"' + unit.deviceId() + '"')) {
        said.add(message);
      }
    }
    assertTrue(said.stream().map(DefrostTest::payload).anyMatch(text -> text.contains("doorOpen")));
    assertEquals(
        kind == UnitKind.FREEZER, said.stream().anyMatch(one -> payload(one).contains(OFF)));
    return said;
  }
}
