package ai.cryox.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.routing.MessageKind;
import ai.cryox.simulator.SimulatedWorld;
import ai.cryox.simulator.SimulatorOptions;
import ai.cryox.simulator.publish.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each scenario does to its victim what its name says, and nothing before it begins.
class ScenarioTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Duration DELAY = Duration.ofMinutes(30);
  private static final Pattern VALUE =
      Pattern.compile("\"timestamp\":\"([^\"]+)\",\"temperature\":(-?[0-9.]+)[,}]");

  private record Sample(Instant sentAt, Instant time, double temperature) {}

  private static List<OutgoingMessage> messages(String scenario, String device, Duration length) {
    SimulatorOptions options =
        new SimulatorOptions(
            5,
            1,
            8,
            Duration.ofSeconds(30),
            1,
            Duration.ZERO,
            null,
            null,
            null,
            List.of(new ScenarioCall(Scenarios.byName(scenario).orElseThrow(), device, DELAY)));
    List<OutgoingMessage> all = new ArrayList<>();
    new SimulatedWorld(options, NOW)
        .messagesUntil(NOW.plus(length))
        .forEachRemaining(message -> {
          if (message.deviceId().equals(device)) {
            all.add(message);
          }
        });
    return all;
  }

  private static List<Sample> samples(String scenario, String device, Duration length) {
    List<Sample> samples = new ArrayList<>();
    for (OutgoingMessage message : messages(scenario, device, length)) {
      if (message.kind() == MessageKind.READING) {
        Matcher value = VALUE.matcher(message.text());
        while (value.find()) {
          samples.add(
              new Sample(
                  message.sentAt(),
                  Instant.parse(value.group(1)),
                  Double.parseDouble(value.group(2))));
        }
      }
    }
    return samples;
  }

  private static Stream<Sample> before(List<Sample> samples) {
    return samples.stream().filter(sample -> sample.time().isBefore(NOW.plus(DELAY)));
  }

  private static double highest(Stream<Sample> samples) {
    return samples.mapToDouble(Sample::temperature).max().orElseThrow();
  }

  private static void assertWarms(String scenario, String device, double by, Duration length) {
    List<Sample> samples = samples(scenario, device, length);
    double usual = highest(before(samples));
    double worst = highest(samples.stream());
    assertTrue(worst > usual + by, "%s: %s, usually %s".formatted(scenario, worst, usual));
  }

  @Test
  void anOpenDoorWarmsAFridge() {
    assertWarms("door-left-open", "temp_001", 3, Duration.ofHours(1));
  }

  @Test
  void aDeadCompressorWarmsAFreezer() {
    assertWarms("compressor-failure", "temp_002", 5, Duration.ofHours(6));
  }

  @Test
  void aDefrostThatDoesNotEndWarmsAFreezer() {
    assertWarms("endless-defrost", "temp_002", 5, Duration.ofHours(3));
  }

  @Test
  void aLeakWarmsAFreezerSlowly() {
    assertWarms("freezer-leak", "temp_002", 1, Duration.ofHours(24));
    List<Sample> samples = samples("freezer-leak", "temp_002", Duration.ofHours(1));
    assertTrue(highest(samples.stream()) < highest(before(samples)) + 3, "slowly");
  }

  @Test
  void aStuckSensorSaysTheSameForEver() {
    List<Sample> samples = samples("sensor-stuck", "temp_001", Duration.ofHours(2));
    Instant begin = NOW.plus(DELAY);
    assertEquals(
        1,
        samples.stream()
            .filter(sample -> sample.time().isAfter(begin))
            .map(Sample::temperature)
            .distinct()
            .count());
    assertTrue(before(samples).map(Sample::temperature).distinct().count() > 1);
  }

  @Test
  void aSilentSensorSaysNothing() {
    List<Sample> samples = samples("sensor-silent", "temp_001", Duration.ofHours(1));
    assertFalse(samples.isEmpty());
    assertEquals(before(samples).count(), samples.size());
  }

  @Test
  void aLostGatewayHoldsMessagesBackAndLosesNone() {
    List<Sample> samples = samples("gateway-lost", "temp_001", Duration.ofHours(3));
    assertTrue(
        samples.stream().anyMatch(s -> s.sentAt().isAfter(s.time().plus(Duration.ofMinutes(2)))),
        "some come late");
    long distinct =
        samples.stream()
            .map(Sample::time)
            .filter(time -> time.isBefore(NOW.plus(Duration.ofHours(3))))
            .distinct()
            .count();
    assertEquals(3 * 120, distinct);
  }

  @Test
  void aWrongClockRunsAhead() {
    List<Sample> samples = samples("wrong-clock", "temp_001", Duration.ofHours(1));
    assertTrue(
        samples.stream().anyMatch(s -> s.time().isAfter(s.sentAt().plus(Duration.ofMinutes(5)))));
  }

  @Test
  void aLoggerBackFillsSevenDays() {
    List<Sample> samples = samples("back-fill", "temp_001", Duration.ofHours(1));
    assertTrue(samples.stream().anyMatch(s -> s.time().isBefore(NOW.minus(Duration.ofDays(6)))));
  }

  @Test
  void duplicatesAreTheSameBytesAgain() {
    Map<String, Integer> times = new HashMap<>();
    for (OutgoingMessage message : messages("duplicates", "temp_001", Duration.ofHours(1))) {
      times.merge(message.text(), 1, Integer::sum);
    }
    assertTrue(times.values().stream().anyMatch(count -> count > 1));
  }

  @Test
  void garbageIsNoReading() {
    List<OutgoingMessage> messages = messages("garbage", "temp_001", Duration.ofHours(1));
    assertTrue(
        messages.stream()
            .anyMatch(message ->
                message.kind() == MessageKind.READING && !VALUE.matcher(message.text()).find()));
  }
}
