package ai.cryox.backend.store;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ledger.LedgerSigner;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Telemetry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A data folder with a writer, for tests of what reads it from outside.
public final class StoredData implements AutoCloseable {
  /// When its first reading was taken.
  public static final Instant T0 = Instant.parse("2026-03-01T03:00:00Z");

  private final DataDirectory directory;
  private final SqliteDatabase database;
  private final SeriesStore series;
  private final BatchWriter writer;

  public StoredData(Path folder) {
    this(folder, null);
  }

  /// @param signer signs the ledger
  public StoredData(Path folder, @Nullable LedgerSigner signer) {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    series = new SeriesStore(database, signer);
    writer = new BatchWriter(database, series);
  }

  /// One reading each second, from ≤ second < until, in one commit.
  public void write(String device, int from, int until) {
    Batch batch = new Batch(T0);
    batch.devices.put(device, Device.unconfirmed(device, "warehouse_001", T0));
    for (int second = from; second < until; second++) {
      batch.readings.add(reading(device, second, ReadingNotes.NONE));
    }
    writer.write(batch);
  }

  /// A reading with all that a device may say, and messages of the other kinds.
  public void writeEverything(String device, ReadingNotes notes) {
    Batch batch = new Batch(T0);
    batch.devices.put(device, Device.unconfirmed(device, "warehouse_001", T0));
    batch.readings.add(reading(device, 0, notes));
    batch.telemetry.add(
        new Telemetry(device, "warehouse_001", T0, 120.5, 0.9, true, false, 80.0, -70.0, null));
    batch.statuses.add(
        new DeviceStatus(
            "s1",
            device,
            "warehouse_001",
            "online",
            T0,
            80.0,
            -70.0,
            "1.2",
            DeviceConfiguration.NONE,
            null));
    writer.write(batch);
  }

  private static ReceivedReading reading(String device, int second, ReadingNotes notes) {
    Instant time = T0.plusSeconds(second);
    Reading reading = new Reading(device, "warehouse_001", time, second % 100 / 10.0, null, notes);
    return new ReceivedReading(reading, time.plusMillis(70), false);
  }

  /// Commits whatever a test puts into it.
  void write(Batch batch) {
    writer.write(batch);
  }

  void tidy(Instant now) {
    writer.tidy(now);
  }

  StoreLedger ledger() {
    return series.ledger();
  }

  /// Stops in order.
  void settle() {
    series.settle();
  }

  /// Changes the file behind the store's back.
  public void meddle(Consumer<Handle> how) {
    how.accept(database.writer());
    database.commit();
  }

  public long count() {
    return new SqliteReadingStore(series).count();
  }

  @Override
  public void close() {
    database.close();
    directory.close();
  }
}
