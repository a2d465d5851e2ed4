package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.ReadingQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A fridge and its excursions, in a backend that is turned by hand, over a real file and on a
/// moved clock.
abstract class WithExcursions {
  static final String FRIDGE = "temp_001";
  static final Duration PERIOD = Duration.ofSeconds(30);

  @TempDir Path folder;
  SteppedBackend line;

  @BeforeEach
  final void open() {
    line = new SteppedBackend(folder);
  }

  @AfterEach
  final void close() {
    line.close();
  }

  final void live(double... temperatures) {
    for (double temperature : temperatures) {
      line.pass(PERIOD);
      line.read(FRIDGE, line.now, temperature);
    }
  }

  final Excursion only() {
    List<Excursion> found = line.excursions(FRIDGE);
    assertEquals(1, found.size(), found::toString);
    return found.getFirst();
  }

  final List<Alarm> alarms() {
    return line.session().live().latest().alarms().stream()
        .filter(alarm -> alarm.condition() == Condition.HIGH || alarm.condition() == Condition.LOW)
        .toList();
  }

  /// What a tracker finds that gets all of a device's stored readings in order.
  final List<Excursion> sorted(String device, StorageProfile limits) {
    ExcursionTracker tracker =
        new ExcursionTracker(
            device, SteppedBackend.FACILITY, limits, PERIOD.multipliedBy(3), ExcursionMemory.EMPTY);
    String token = null;
    do {
      var page =
          line.session()
              .readings(
                  ReadingQuery.ofDevice(device, Instant.EPOCH, line.now.plusSeconds(3600)),
                  new PageRequest(10_000, token));
      page.items()
          .forEach(one ->
              tracker.add(
                  one.reading().time().toEpochMilli(), one.reading().temperature(), one.late()));
      token = page.continuationToken();
    } while (token != null);
    List<Excursion> all = new ArrayList<>(tracker.takeEnded());
    all.addAll(tracker.open());
    all.sort(newestFirst());
    return all;
  }

  static StorageProfile profile(String id, double high) {
    return new StorageProfile(
        id, "Mine", Map.of(Level.HIGH_HIGH, Limit.at(high).deadband(0.5)), List.of());
  }

  private static Comparator<Excursion> newestFirst() {
    return Comparator.comparing(Excursion::start).thenComparing(Excursion::condition).reversed();
  }
}
