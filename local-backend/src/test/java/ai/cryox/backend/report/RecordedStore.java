package ai.cryox.backend.report;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.NotebookChanges;
import ai.cryox.backend.proof.LedgerKey;
import ai.cryox.backend.store.BatchWriter;
import ai.cryox.backend.store.DataStore;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.calibration.Calibration;
import ai.cryox.core.calibration.Correction;
import ai.cryox.core.classify.ExcursionMemory;
import ai.cryox.core.classify.ExcursionTracker;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.excursion.CapaNote;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/// A data folder with a refrigerator's readings, excursions and alarms, written as the backend
/// writes them.
final class RecordedStore implements AutoCloseable {
  static final String FACILITY = "warehouse_001";
  static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

  private final DataStore store;
  private final BatchWriter writer;

  RecordedStore(Path folder) {
    store = DataStore.open(folder, LedgerKey::open);
    writer = new BatchWriter(store.database(), store.series());
    heartbeat(T0.minus(Duration.ofDays(1)));
  }

  void heartbeat(Instant now) {
    writer.tidy(now);
  }

  static Device refrigerator(String id, String name) {
    return new Device(
        id,
        FACILITY,
        "Pharma hall",
        name,
        StorageProfiles.REFRIGERATOR.id(),
        true,
        DeviceConfiguration.NONE,
        DeviceConfiguration.NONE,
        T0);
  }

  /// Readings each 30 s with the temperature that a function of the minutes since T0 gives, and the
  /// excursions in them.
  List<Excursion> write(Device device, Instant until, DoubleUnaryOperator temperature) {
    ExcursionTracker tracker =
        new ExcursionTracker(
            device.deviceId(),
            FACILITY,
            StorageProfiles.REFRIGERATOR,
            device.silenceLimit(),
            ExcursionMemory.EMPTY);
    Batch batch = new Batch(T0);
    batch.devices.put(device.deviceId(), device);
    for (Instant at = T0; at.isBefore(until); at = at.plusSeconds(30)) {
      double celsius = temperature.applyAsDouble(Duration.between(T0, at).toSeconds() / 60.0);
      if (Double.isNaN(celsius)) {
        continue;
      }
      tracker.add(at.toEpochMilli(), celsius, false);
      batch.readings.add(
          new ReceivedReading(
              Reading.of(device.deviceId(), FACILITY, at, celsius), at.plusMillis(70), false));
      if (batch.readings.size() == 10_000) {
        writer.write(batch);
        batch = new Batch(T0);
      }
    }
    List<Excursion> found = new ArrayList<>(tracker.takeEnded());
    found.addAll(tracker.open());
    for (Excursion excursion : found) {
      batch.excursions.now.put(excursion.excursionId(), excursion);
    }
    writer.write(batch);
    return found;
  }

  /// A reading that came later than others that are newer.
  void late(Device device, Instant at, Instant receivedAt, double celsius) {
    Batch batch = new Batch(receivedAt);
    batch.readings.add(
        new ReceivedReading(
            Reading.of(device.deviceId(), FACILITY, at, celsius), receivedAt, true));
    writer.write(batch);
  }

  /// An alarm for an excursion that somebody acknowledged.
  void alarm(Excursion excursion, String who, String comment) {
    Instant end = Objects.requireNonNullElse(excursion.end(), excursion.latest());
    String id = "alarm-" + excursion.excursionId();
    Batch batch = new Batch(T0);
    batch.alarms.put(
        id,
        new Alarm(
            id,
            excursion.deviceId(),
            FACILITY,
            excursion.condition(),
            Severity.CRITICAL,
            Severity.CRITICAL,
            AlarmLife.normal(false),
            excursion.peak(),
            excursion.limit(),
            excursion.peak(),
            excursion.start(),
            excursion.start(),
            end,
            end,
            who,
            comment,
            "",
            1,
            null));
    batch.changes.add(change(id, excursion.start().plusSeconds(180), AlarmEvent.VIOLATED, "", ""));
    batch.changes.add(
        change(id, excursion.start().plusSeconds(600), AlarmEvent.ACKNOWLEDGE, who, comment));
    batch.changes.add(change(id, end, AlarmEvent.WENT_BACK, "", ""));
    writer.write(batch);
  }

  private static AlarmChange change(
      String id, Instant at, AlarmEvent event, String who, String comment) {
    return new AlarmChange(
        id,
        at,
        at,
        event,
        AlarmState.UNACKNOWLEDGED,
        AlarmState.ACKNOWLEDGED,
        Severity.CRITICAL,
        9.4,
        who,
        comment,
        null);
  }

  /// What somebody wrote of an excursion, whether it is still there or not.
  void note(CapaNote note) {
    Batch batch = new Batch(note.at());
    batch.notebook.capa.add(new NotebookChanges.Judged("user-1", note));
    writer.write(batch);
  }

  void calibrate(String deviceId, double offset, Instant validFrom, Instant recordedAt) {
    Batch batch = new Batch(recordedAt);
    batch.calibrations.add(
        new Calibration(
            0,
            deviceId,
            "48-2210",
            "PT100",
            "D-K-15133",
            "",
            LocalDate.of(2026, 2, 14),
            LocalDate.of(2027, 2, 14),
            0.05,
            Correction.offset(offset),
            validFrom,
            recordedAt,
            "anna",
            "yearly"));
    writer.write(batch);
  }

  @Override
  public void close() {
    store.close();
  }
}
