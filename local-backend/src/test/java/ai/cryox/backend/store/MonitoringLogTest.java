package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.compliance.MonitoringRun;
import ai.cryox.core.compliance.Stretch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is on record of the backend's own running, and of calibrations.
class MonitoringLogTest {
  private static final Instant T0 = Instant.parse("2026-03-01T03:00:00Z");

  @TempDir Path folder;

  private void run(Instant from, Duration length) {
    try (DataStore store = DataStore.open(folder)) {
      BatchWriter writer = new BatchWriter(store.database(), store.series());
      for (Duration at = Duration.ZERO; at.compareTo(length) <= 0; at = at.plusSeconds(1)) {
        writer.tidy(from.plus(at));
      }
    }
  }

  private List<MonitoringRun> runs() {
    try (StoreFile file = StoreFile.in(folder)) {
      return new FileRecords(file).monitoring();
    }
  }

  @Test
  void aRunIsKnownToTenSecondsHoweverItEnds() {
    run(T0, Duration.ofSeconds(65));
    assertEquals(List.of(new MonitoringRun(T0, T0.plusSeconds(60))), runs());
  }

  @Test
  void theTimeBetweenTwoRunsIsTheTimeItWasOff() {
    run(T0, Duration.ofSeconds(60));
    run(T0.plusSeconds(600), Duration.ofSeconds(30));
    assertEquals(
        List.of(new Stretch(T0.plusSeconds(60), T0.plusSeconds(600))),
        MonitoringRun.off(runs(), T0, T0.plusSeconds(630)));
  }

  @Test
  void aClockThatIsSetBackTakesNothingAway() {
    run(T0, Duration.ofSeconds(60));
    run(T0.minusSeconds(300), Duration.ofSeconds(20));
    assertEquals(T0.plusSeconds(60), runs().getFirst().alive());
    assertEquals(T0.minusSeconds(300), runs().getLast().started());
  }

  @Test
  void whatIsWrittenBesideReadingsBeatsToo() {
    try (DataStore store = DataStore.open(folder)) {
      BatchWriter writer = new BatchWriter(store.database(), store.series());
      Batch batch = new Batch(T0);
      batch.calibrations.add(entry());
      writer.write(batch);
    }
    assertEquals(List.of(new MonitoringRun(T0, T0)), runs());
    try (StoreFile file = StoreFile.in(folder)) {
      Calibration stored = new FileRecords(file).calibrations("temp_001").getFirst();
      assertEquals(1, stored.number());
      assertEquals(entry().correction(), stored.correction());
      assertEquals(List.of(), new FileRecords(file).calibrations("temp_002"));
    }
  }

  @Test
  void aCalibrationCannotBeChangedOrRemoved() {
    try (StoredData data = new StoredData(folder)) {
      data.write("temp_001", 0, 1);
      String insert =
          "INSERT INTO calibration VALUES (1, 'd', '', '', 'c', '', '2026-01-01', '2027-01-01',"
              + " NULL, '', 0, 0, 'anna', '')";
      data.meddle(handle -> handle.execute(insert));
      for (String meddling :
          List.of(
              "UPDATE calibration SET points = '0 1'",
              "DELETE FROM calibration",
              insert.replace("INSERT", "INSERT OR REPLACE"))) {
        assertThrows(RuntimeException.class, () -> data.meddle(handle -> handle.execute(meddling)));
      }
    }
  }

  private static Calibration entry() {
    return new Calibration(
        1,
        "temp_001",
        "48-2210",
        "PT100",
        "D-K-1",
        "",
        LocalDate.of(2026, 2, 14),
        LocalDate.of(2027, 2, 14),
        Double.NaN,
        Correction.parse("-20.1:-20.0,5.05:5.0"),
        T0,
        T0,
        "anna",
        "");
  }
}
