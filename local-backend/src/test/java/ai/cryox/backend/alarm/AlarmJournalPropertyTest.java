package ai.cryox.backend.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.backend.classify.ReadingClassifier;
import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmDesign;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Laws of the desk, whatever readings, people and clocks do.
class AlarmJournalPropertyTest {
  private static final String FRIDGE = "temp_001";
  private static final AlarmKey HIGH = new AlarmKey(FRIDGE, Condition.HIGH);
  private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

  /// In range, warm, far too warm: none within a deadband.
  private static final double[] TEMPERATURES = {2, 4, 7};

  /// A desk without a store.
  private static final class Line {
    final Fleet fleet = new Fleet();
    final Map<String, Alarm> alarms = new HashMap<>();
    final Map<String, List<AlarmChange>> journals = new HashMap<>();
    final ReadingClassifier classifier = new ReadingClassifier(fleet);
    final AlarmDesk desk;
    Instant now = START;

    Line(boolean latching) {
      AlarmDesign usual = AlarmDesign.DEFAULT;
      AlarmDesign design =
          new AlarmDesign(
              usual.longestShelf(),
              usual.stuckAfter(),
              latching ? Set.of(Condition.HIGH) : Set.of(),
              usual.severities(),
              usual.limits(),
              usual.guidance());
      desk = new AlarmDesk(fleet, alarms::containsKey, () -> design, START);
      fleet.put(Device.unconfirmed(FRIDGE, "f", START), START);
    }

    Batch batch() {
      now = now.plusSeconds(1);
      return new Batch(now);
    }

    void finish(Batch batch) {
      classifier.classify(batch);
      desk.apply(batch);
      alarms.putAll(batch.alarms);
      assertEquals(batch.changes.size(), batch.audit.size(), "one audit row for each transition");
      batch.changes.forEach(change ->
          journals.computeIfAbsent(change.alarmId(), id -> new ArrayList<>()).add(change));
    }

    void read(Instant time, double temperature, boolean late) {
      Batch batch = batch();
      ReceivedReading received =
          new ReceivedReading(Reading.of(FRIDGE, "f", time, temperature), now, late);
      DeviceState state = fleet.find(FRIDGE);
      if (state != null) {
        state.add(received);
      }
      batch.readings.add(received);
      finish(batch);
    }

    void act(int action) {
      Batch batch = batch();
      List<AlarmKey> keys = List.of(HIGH);
      List<String> ids = desk.active().stream().map(Alarm::alarmId).toList();
      OperatorActions people = desk.operators();
      switch (action) {
        case 0 -> people.move(ids, AlarmEvent.ACKNOWLEDGE, "anna", "", batch);
        case 1 -> people.move(ids, AlarmEvent.RESET, "anna", "", batch);
        case 2 -> people.shelve(keys, Duration.ofMinutes(1), "anna", "because", batch);
        case 3 -> people.release(keys, AlarmEvent.UNSHELVE, "anna", "", batch);
        case 4 -> people.takeOutOfService(keys, "anna", "because", batch);
        case 5 -> people.release(keys, AlarmEvent.RETURN_TO_SERVICE, "anna", "", batch);
        default -> now = now.plusSeconds(60);
      }
      finish(batch);
    }

    @Nullable Alarm high() {
      return fleet.alarm(HIGH);
    }
  }

  @Property(tries = 300)
  void theJournalReplaysToTheState(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> steps,
      @ForAll boolean latching) {
    Line line = new Line(latching);
    for (int step : steps) {
      if (step < TEMPERATURES.length) {
        line.read(line.now.plusSeconds(1), TEMPERATURES[step], false);
      } else {
        line.act(step - TEMPERATURES.length);
      }
    }
    line.alarms.values().forEach(alarm -> replay(alarm, line.journals.get(alarm.alarmId())));
    assertEquals(
        line.alarms.values().stream().filter(alarm -> alarm.state().isActive()).count(),
        line.desk.active().size());
  }

  private static void replay(Alarm alarm, @Nullable List<AlarmChange> journal) {
    AlarmLife life = AlarmLife.normal(alarm.life().latching());
    int occurrences = 0;
    Instant until = null;
    for (AlarmChange change : journal == null ? List.<AlarmChange>of() : journal) {
      AlarmRules.Step step = AlarmRules.next(life, change.event());
      assertEquals(life.state(), change.from(), change.toString());
      life = step.to();
      assertEquals(life.state(), change.to(), change.toString());
      occurrences += step.newOccurrence() ? 1 : 0;
      until = change.until();
    }
    assertEquals(life, alarm.life());
    assertEquals(occurrences, alarm.occurrences());
    assertEquals(until, alarm.hold() == null ? null : alarm.hold().until());
  }

  @Property(tries = 300)
  void readingsInAnyOrderEndWhereSortedOnesDo(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 2) Integer> values,
      @ForAll long seed) {
    Line sorted = new Line(false);
    Line shuffled = new Line(false);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      order.add(i);
      sorted.read(START.plusSeconds(i), TEMPERATURES[values.get(i)], false);
    }
    Collections.shuffle(order, new Random(seed));
    order.forEach(i -> shuffled.read(START.plusSeconds(i), TEMPERATURES[values.get(i)], false));
    assertEquals(summary(sorted), summary(shuffled));
  }

  @Property(tries = 100)
  void historyChangesNothing(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 2) Integer> values) {
    Line line = new Line(false);
    line.read(START.plusSeconds(1), 4, false);
    String before = summary(line) + line.alarms;
    for (int i = 0; i < values.size(); i++) {
      line.read(START.minusSeconds(3600 - i), TEMPERATURES[values.get(i)], true);
    }
    assertEquals(before, summary(line) + line.alarms);
  }

  /// Whether there was an alarm, whether it is there, and how bad it is then.
  private static String summary(Line line) {
    Alarm alarm = line.high();
    boolean present = alarm != null && alarm.isConditionPresent();
    return "%d %s %s"
        .formatted(
            line.alarms.size(), present, present && alarm != null ? alarm.severity() : "none");
  }
}
