package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Walks every state that can be reached and everything that can happen in it, over a real file.
/// After each event's commit the power is cut: the files are taken as they lie on the disk at that
/// moment and opened anew. The same alarms must be there, with the same deadlines, and the journals
/// must say the same as they do.
class EveryTransitionSurvivesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /// A link suppresses silence only; `LinkDownTest` restarts in the middle of that.
  private static final Set<AlarmEvent> EVENTS =
      EnumSet.complementOf(EnumSet.of(AlarmEvent.SUPPRESS, AlarmEvent.UNSUPPRESS));

  @TempDir Path live;
  @TempDir Path cut;
  private final Map<AlarmEvent, Map<String, AlarmLife>> devices = new LinkedHashMap<>();

  @Test
  void ofAlarmsThatDoNotLatch() throws IOException {
    survive(false);
  }

  @Test
  void ofAlarmsThatLatch() throws IOException {
    survive(true);
  }

  private void survive(boolean latching) throws IOException {
    try (AlarmFixture line = new AlarmFixture(live)) {
      if (latching) {
        latch(line);
      }
      bringAboutAllLives(line, latching);
      for (AlarmEvent event : inOrder()) {
        Map<String, AlarmLife> wanted = new LinkedHashMap<>();
        devices
            .getOrDefault(event, Map.of())
            .forEach((device, life) -> wanted.put(device, AlarmRules.next(life, event).to()));
        assertTrue(wanted.size() >= 12, event + " is tried in " + wanted.size());
        happen(line, event, List.copyOf(wanted.keySet()));
        wanted.forEach((device, life) -> assertEquals(life, lifeOf(line, device, life), device));
        cutPower(line, event);
      }
    }
  }

  /// Waiting for a shelf comes last: it ends all.
  private static List<AlarmEvent> inOrder() {
    List<AlarmEvent> events = new ArrayList<>(EVENTS);
    events.remove(AlarmEvent.SHELF_ENDED);
    events.add(AlarmEvent.SHELF_ENDED);
    return events;
  }

  private void bringAboutAllLives(AlarmFixture line, boolean latching) {
    Map<AlarmLife, List<AlarmEvent>> ways = ways(AlarmLife.normal(latching));
    for (AlarmEvent event : EVENTS) {
      ways.forEach((life, way) -> {
        String device = "%s after %s".formatted(event, way);
        line.pass(Duration.ofMillis(10));
        line.read(device, 2);
        way.forEach(before -> happen(line, before, List.of(device)));
        assertEquals(life, lifeOf(line, device, life), device);
        devices.computeIfAbsent(event, key -> new LinkedHashMap<>()).put(device, life);
      });
    }
  }

  /// The shortest way to every state that can be reached, without waiting for a shelf.
  private static Map<AlarmLife, List<AlarmEvent>> ways(AlarmLife start) {
    Map<AlarmLife, List<AlarmEvent>> ways = new LinkedHashMap<>();
    Deque<AlarmLife> next = new ArrayDeque<>();
    ways.put(start, List.of());
    next.add(start);
    while (!next.isEmpty()) {
      AlarmLife from = next.remove();
      for (AlarmEvent event : EVENTS) {
        AlarmLife to = AlarmRules.next(from, event).to();
        if (event != AlarmEvent.SHELF_ENDED && !ways.containsKey(to)) {
          List<AlarmEvent> way = new ArrayList<>(ways.getOrDefault(from, List.of()));
          way.add(event);
          ways.put(to, way);
          next.add(to);
        }
      }
    }
    return ways;
  }

  private static void latch(AlarmFixture line) {
    AlarmDesign usual = AlarmDesign.DEFAULT;
    line.asking(() -> {
      line.session()
          .saveAlarmDesign(
              new AlarmDesign(
                  usual.longestShelf(),
                  usual.stuckAfter(),
                  Set.of(Condition.HIGH),
                  usual.severities(),
                  usual.limits(),
                  usual.guidance()));
      return usual;
    });
  }

  /// One commit for all of them.
  private static void happen(AlarmFixture line, AlarmEvent event, List<String> devices) {
    List<AlarmKey> keys =
        devices.stream().map(device -> new AlarmKey(device, Condition.HIGH)).toList();
    List<String> ids =
        line.active().stream()
            .filter(alarm -> keys.contains(alarm.key()))
            .map(Alarm::alarmId)
            .toList();
    line.pass(Duration.ofMillis(10));
    switch (event) {
      case VIOLATED -> read(line, devices, 4);
      case ROSE -> read(line, devices, 7);
      case WENT_BACK -> read(line, devices, 2);
      case ACKNOWLEDGE -> line.act(actions -> actions.acknowledge(ids, "seen"));
      case RESET -> line.act(actions -> actions.reset(ids, "looked at"));
      case SHELVE -> line.act(actions -> actions.shelve(keys, HOUR, "washing"));
      case UNSHELVE -> line.act(actions -> actions.unshelve(keys, "clean"));
      case TAKE_OUT_OF_SERVICE -> line.act(actions -> actions.takeOutOfService(keys, "moved"));
      case RETURN_TO_SERVICE -> line.act(actions -> actions.returnToService(keys, "back"));
      case SHELF_ENDED -> {
        line.pass(HOUR);
        line.turn();
      }
      case SUPPRESS, UNSUPPRESS -> throw new AssertionError(event);
    }
  }

  private static void read(AlarmFixture line, List<String> devices, double temperature) {
    line.send(
        "gateway",
        devices.stream()
            .map(device -> Reading.of(device, AlarmFixture.FACILITY, line.instant(), temperature))
            .toArray(Reading[]::new));
  }

  /// An alarm that is normal is not there any more.
  private static AlarmLife lifeOf(AlarmFixture line, String device, AlarmLife wanted) {
    return line.alarm(device, Condition.HIGH)
        .map(Alarm::life)
        .orElse(AlarmLife.normal(wanted.latching()));
  }

  private void cutPower(AlarmFixture line, AlarmEvent event) throws IOException {
    Path folder = Files.createDirectory(cut.resolve(event.name()));
    for (String file : List.of("cryox.db", "cryox.db-wal")) {
      Files.copy(live.resolve(file), folder.resolve(file));
    }
    try (AlarmFixture after = new AlarmFixture(folder)) {
      assertEquals(line.active(), after.active(), "after " + event);
      all(after).forEach(alarm -> assertEquals(alarm.life(), replayed(after, alarm)));
    }
  }

  private static List<Alarm> all(AlarmFixture line) {
    AlarmQuery any =
        new AlarmQuery(null, null, null, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"));
    return line.session().alarms(any, PageRequest.first(1000)).items();
  }

  /// Where an alarm must be if its journal tells the truth.
  private static AlarmLife replayed(AlarmFixture line, Alarm alarm) {
    AlarmLife life = AlarmLife.normal(alarm.life().latching());
    for (AlarmChange change : line.session().journal(alarm.alarmId())) {
      assertEquals(life.state(), change.from(), change.toString());
      life = AlarmRules.next(life, change.event()).to();
      assertEquals(life.state(), change.to(), change.toString());
    }
    return life;
  }
}
