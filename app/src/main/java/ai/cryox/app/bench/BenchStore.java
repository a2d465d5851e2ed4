package ai.cryox.app.bench;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.proof.LedgerKey;
import ai.cryox.backend.store.BatchWriter;
import ai.cryox.backend.store.DataDirectory;
import ai.cryox.backend.store.SeriesStore;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.backend.store.SqliteReadingStore;
import ai.cryox.core.reading.ReceivedReading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A store alone, without the pipeline before it, in a folder of its own. Its writer is one thread.
final class BenchStore implements AutoCloseable {
  private final DataDirectory directory;
  private final SqliteDatabase database;
  private final SeriesStore series;
  private final BatchWriter writer;
  private final SqliteReadingStore readings;

  BenchStore(Path folder) {
    this(folder, true);
  }

  /// @param ledger whether everything is made provable, as a backend does it
  BenchStore(Path folder, boolean ledger) {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    series =
        ledger
            ? new SeriesStore(database, LedgerKey.open(directory.path()))
            : SeriesStore.withoutLedger(database);
    writer = new BatchWriter(database, series);
    readings = new SqliteReadingStore(series);
  }

  SqliteReadingStore readings() {
    return readings;
  }

  /// Returns when they are durable.
  void write(List<ReceivedReading> some, Instant now) {
    Batch batch = new Batch(now);
    batch.readings.addAll(some);
    writer.write(batch);
  }

  /// Returns when it is durable.
  void write(Batch batch) {
    writer.write(batch);
  }

  /// What was found not to agree with the ledger as it was opened.
  int breaks() {
    return series.ledger().breaks().count();
  }

  /// Live bytes of the file for each reading, after everything has been written to it.
  double settledBytesPerReading() {
    series.settle();
    return (double) database.liveBytes() / readings.count();
  }

  @Override
  public void close() {
    database.close();
    directory.close();
  }
}
