package ai.cryox.backend.store;

import ai.cryox.backend.series.ChunkHeader;
import ai.cryox.backend.series.LogEntry;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsPacker;
import ai.cryox.backend.series.Seal;
import ai.cryox.backend.series.Series;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;

/// Writes the rows of series, chunk, raw_log and tail, and tells the ledger of them, in the
/// writer's open transaction. Belongs to the writer's thread.
final class SeriesTables {
  private static final String INSERT_SERIES =
      "INSERT OR IGNORE INTO series (series_key, kind, device_id, sealed_n, span_ms)"
          + " VALUES (?, ?, ?, 0, 0)";
  private static final String INSERT_FACILITY =
      "INSERT OR IGNORE INTO series_facility (series_key, facility_id) VALUES (?, ?)";
  private static final String UPDATE_SERIES =
      """
      UPDATE series SET sealed_n = sealed_n + ?, sealed_ms = ?, span_ms = max(span_ms, ?),
        overlap_ms = min(coalesce(overlap_ms, ?), ?)
      WHERE series_key = ?\
      """;
  private static final String INSERT_CHUNK =
      """
      INSERT INTO chunk (series_key, from_ms, until_ms, n, n_value, min_value, max_value, sum_value,
        data, seal)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))\
      """;
  private static final String SEAL_OF_CHUNK = "SELECT seal FROM chunk WHERE chunk_key = ?";
  private static final String DELETE_CHUNK = "DELETE FROM chunk WHERE chunk_key = ?";
  private static final String INSERT_LOG = "INSERT INTO raw_log (seq, n, data) VALUES (?, ?, ?)";
  private static final String DELETE_LOG = "DELETE FROM raw_log WHERE seq >= ? AND seq < ?";
  private static final String REPLACE_TAIL =
      "INSERT OR REPLACE INTO tail (series_key, seq, n, data) VALUES (?, ?, ?, ?)";

  private final StoreLedger ledger;
  private final WriterStatements statements;
  private final RowsPacker packer = new RowsPacker();

  /// @param ledger told of all that is written here
  SeriesTables(SqliteDatabase database, StoreLedger ledger) {
    this.statements = new WriterStatements(database);
    this.ledger = ledger;
  }

  /// Saves a series and the facilities it has been in.
  void save(Series series, Collection<String> facilities) throws SQLException {
    PreparedStatement insert = statements.of(INSERT_SERIES);
    insert.setLong(1, series.key());
    insert.setInt(2, series.schema().id());
    insert.setString(3, series.deviceId());
    insert.executeUpdate();
    for (String facility : facilities) {
      PreparedStatement join = statements.of(INSERT_FACILITY);
      join.setLong(1, series.key());
      join.setString(2, facility);
      join.executeUpdate();
    }
  }

  /// Inserts the chunks of a plan and what is to be known of their series.
  void insert(Seal seal) throws SQLException {
    long rows = 0;
    long span = 0;
    long overlapFrom = Long.MAX_VALUE;
    for (int i = 0; i < seal.chunks().size(); i++) {
      ChunkHeader header = insertChunk(seal.series(), seal.chunks().get(i));
      rows += header.count();
      span = Math.max(span, header.until() - header.from());
      // A tail can hold rows older than what was sealed while they were on their way into it.
      if (i >= seal.inOrder() || header.from() <= seal.series().sealedUntil()) {
        overlapFrom = Math.min(overlapFrom, header.from());
      }
    }
    update(seal.series().key(), rows, seal.sealedUntil(), span, overlapFrom);
  }

  private void update(long key, long rows, long until, long span, long overlapFrom)
      throws SQLException {
    PreparedStatement update = statements.of(UPDATE_SERIES);
    update.setLong(1, rows);
    setTime(update, 2, until, Series.NEVER);
    update.setLong(3, span);
    setTime(update, 4, overlapFrom, Long.MAX_VALUE);
    // min() of something and NULL is NULL: without news the old value is compared with itself.
    update.setLong(5, overlapFrom);
    update.setLong(6, key);
    update.executeUpdate();
  }

  private static void setTime(PreparedStatement statement, int at, long time, long none)
      throws SQLException {
    if (time == none) {
      statement.setNull(at, Types.INTEGER);
    } else {
      statement.setLong(at, time);
    }
  }

  ChunkHeader insertChunk(Series series, Rows rows) throws SQLException {
    ChunkHeader header = ChunkHeader.of(rows);
    long key = series.key();
    byte[] data = packer.pack(rows, key, header.from(), header.until());
    PreparedStatement insert = statements.of(INSERT_CHUNK);
    insert.setLong(1, key);
    insert.setLong(2, header.from());
    insert.setLong(3, header.until());
    insert.setInt(4, header.count());
    insert.setInt(5, header.values());
    insert.setObject(6, Columns.nullIfNaN(header.smallest()));
    insert.setObject(7, Columns.nullIfNaN(header.largest()));
    insert.setDouble(8, header.sum());
    insert.setBytes(9, data);
    insert.setLong(10, ledger.sealed(series, header, data));
    insert.executeUpdate();
    return header;
  }

  /// Deletes chunks, of those that are in the list.
  ///
  /// @param expired whether their time is over; else their rows are in other chunks
  void deleteChunks(Collection<Long> keys, boolean expired) throws SQLException {
    for (long key : keys) {
      PreparedStatement seal = statements.of(SEAL_OF_CHUNK);
      seal.setLong(1, key);
      try (ResultSet found = seal.executeQuery()) {
        if (found.next()) {
          ledger.removed(found.getLong(1), expired);
        }
      }
      PreparedStatement delete = statements.of(DELETE_CHUNK);
      delete.setLong(1, key);
      delete.executeUpdate();
    }
  }

  void insert(long sequence, LogEntry entry) throws SQLException {
    PreparedStatement insert = statements.of(INSERT_LOG);
    insert.setLong(1, sequence);
    insert.setInt(2, entry.size());
    byte[] data = packer.pack(entry, sequence);
    insert.setBytes(3, data);
    insert.executeUpdate();
    ledger.logged(sequence, data);
  }

  void deleteLog(long from, long until) throws SQLException {
    PreparedStatement delete = statements.of(DELETE_LOG);
    delete.setLong(1, from);
    delete.setLong(2, until);
    delete.executeUpdate();
    ledger.logBegins(until);
  }

  /// Saves what of a series is neither sealed nor in a log row after that one.
  void saveTail(Series series, long sequence, Rows rows) throws SQLException {
    PreparedStatement replace = statements.of(REPLACE_TAIL);
    replace.setLong(1, series.key());
    replace.setLong(2, sequence);
    replace.setInt(3, rows.size());
    byte[] data = packer.pack(rows, series.key(), sequence);
    replace.setBytes(4, data);
    replace.executeUpdate();
    ledger.tail(series, sequence, data);
  }
}
