package ai.cryox.backend.store;

import ai.cryox.backend.ledger.LedgerSigner;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.Series;
import ai.cryox.backend.series.Series.RowAt;
import ai.cryox.core.reading.Bucket;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that devices ever said, as series of rows: the log that is written, the chunks it becomes,
/// and how both are read. Design and format: `docs/STORE.md`.
///
/// Opening it replays the log. {@link #append} and {@link #find} belong to the writer's thread.
public final class SeriesStore {
  private static final Logger LOG = LoggerFactory.getLogger(SeriesStore.class);

  private final SqliteDatabase database;
  private final SeriesRegistry registry = new SeriesRegistry();
  private final Damage damage = new Damage(LOG::error);
  private final SeriesLog log;
  private final SeriesReader reader;
  private final StoreUpkeep upkeep;
  private final StoreLedger ledger;

  /// Opens the series of a database that nobody else has opened them of; nobody signs its ledger.
  ///
  /// @throws StoreException if the file cannot be read
  public SeriesStore(SqliteDatabase database) {
    this(database, null);
  }

  /// Opens the series of a database that nobody else has opened them of.
  ///
  /// @param signer signs the ledger; `null` = nobody does
  /// @throws StoreException if the file cannot be read
  public SeriesStore(SqliteDatabase database, @Nullable LedgerSigner signer) {
    this(database, signer, false);
  }

  /// The same without a ledger, to measure what that costs.
  ///
  /// @throws StoreException if the file cannot be read
  public static SeriesStore withoutLedger(SqliteDatabase database) {
    return new SeriesStore(database, null, true);
  }

  private SeriesStore(SqliteDatabase database, @Nullable LedgerSigner signer, boolean off) {
    this.database = database;
    LedgerOpening opening = new LedgerOpening(database);
    this.ledger = opening.open(signer, off);
    this.reader = new SeriesReader(database, damage);
    ChunkLookup chunks = ChunkLookup.ofRows(database::writer, damage);
    SeriesTables tables = new SeriesTables(database, ledger);
    this.log = new SeriesLog(tables, registry, chunks);
    this.upkeep =
        new StoreUpkeep(
            database,
            new Compaction(database, registry, tables, chunks, damage, opening.breaks()),
            new Expiry(database, registry, chunks, tables, log, new SqliteRetentionStore(database)),
            new LedgerPacking(database));
    ChunkLookup sealed = ChunkLookup.ofTimes(database.writer(), damage);
    LedgerProof proof = opening.proof();
    new SeriesRecovery(database.writer(), registry, sealed, new WriterOutcome(), proof).restore();
    proof.allMet();
    log.restored();
    database.join(log);
    database.join(ledger);
    new OldTables(database, this).takeOver();
    database.commit();
  }

  /// What was replayed is still needed in the log; what is damaged is kept, for those who can read
  /// it one day.
  private final class WriterOutcome implements SeriesRecovery.Outcome {
    @Override
    public void replayed(long sequence, int rows, Collection<Series> of) {
      log.restore(sequence, rows, of);
    }

    @Override
    public void damaged(String record, byte[] data, DamagedException how) {
      damage.found(record, how);
      database
          .writer()
          .execute(
              "INSERT OR IGNORE INTO damage (record, detail, data) VALUES (?, ?, ?)",
              record,
              how.getMessage(),
              data);
    }
  }

  <T> void append(RowMapping<T> mapping, Collection<T> messages) {
    log.append(mapping, messages);
  }

  <T> Optional<T> find(RowMapping<T> mapping, String deviceId, long time) {
    Series series = registry.find(mapping.schema(), deviceId);
    RowAt found = series == null ? null : log.find(series, time);
    return found == null
        ? Optional.empty()
        : Optional.of(mapping.read(found.rows(), found.row(), deviceId));
  }

  @Nullable Series series(Schema schema, String deviceId) {
    return registry.find(schema, deviceId);
  }

  List<Series> series(Schema schema) {
    return registry.of(schema, null);
  }

  List<Series> seriesOf(Schema schema, @Nullable String facilityId) {
    return registry.of(schema, facilityId);
  }

  SeriesReader reader() {
    return reader;
  }

  List<Bucket> aggregate(Series series, long from, long until, long resolution) {
    return reader.aggregate(series, Schema.VALUE, from, until, resolution);
  }

  /// What makes everything that is stored provable.
  public StoreLedger ledger() {
    return ledger;
  }

  StoreUpkeep upkeep() {
    return upkeep;
  }

  long readings() {
    return registry.readings();
  }

  /// Blobs found damaged since it was opened.
  public int damaged() {
    return damage.count();
  }

  /// Saves all tails and empties the log, so that the next start has nothing to replay. Before the
  /// database is closed, when nobody appends any more.
  ///
  /// @throws StoreException if the file cannot be written: the next start replays the log then
  public void settle() {
    ledger.signAtOnce();
    log.settle(database);
    database.commit();
  }
}
