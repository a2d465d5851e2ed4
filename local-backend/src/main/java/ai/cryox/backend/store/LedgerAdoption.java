package ai.cryox.backend.store;

import ai.cryox.backend.ledger.RecordHash.ChunkFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Takes over what was stored before there was a ledger, as it is found: the log, then chunks and
/// tails, a few in each round. Alarm transitions and audit lines follow by themselves. Belongs to
/// the writer's thread.
final class LedgerAdoption {
  private static final int IN_A_ROUND = 256;

  private final Handle writer;
  private final StoreLedger ledger;

  LedgerAdoption(Handle writer, StoreLedger ledger) {
    this.writer = writer;
    this.ledger = ledger;
  }

  /// How many chunks there are.
  long chunks() {
    return writer.createQuery("SELECT count(*) FROM chunk").mapTo(Long.class).one();
  }

  /// In the open transaction.
  ///
  /// @param millis what time it is
  void takeOver(long millis) throws SQLException {
    takeOverLog(millis);
    long last = 0;
    for (List<Long> keys = chunksAfter(last); !keys.isEmpty(); keys = chunksAfter(last)) {
      for (long key : keys) {
        takeOverChunk(key);
      }
      last = keys.getLast();
      ledger.endRound(millis);
    }
    takeOverTails(millis);
  }

  private record Log(long sequence, byte[] data) {}

  private void takeOverLog(long millis) throws SQLException {
    List<Log> rows =
        writer
            .createQuery("SELECT seq, data FROM raw_log ORDER BY seq")
            .map((row, context) -> new Log(row.getLong("seq"), row.getBytes("data")))
            .list();
    for (Log row : rows) {
      ledger.logged(row.sequence(), row.data());
      ledger.endRound(millis);
    }
  }

  private List<Long> chunksAfter(long key) {
    return writer
        .createQuery("SELECT chunk_key FROM chunk WHERE chunk_key > ? ORDER BY chunk_key LIMIT ?")
        .bind(0, key)
        .bind(1, IN_A_ROUND)
        .mapTo(Long.class)
        .list();
  }

  private void takeOverChunk(long key) {
    writer
        .createQuery(
            "SELECT chunk.*, series.kind, series.device_id FROM chunk JOIN series USING"
                + " (series_key) WHERE chunk_key = ?")
        .bind(0, key)
        .map((row, context) ->
            ledger.sealed(row.getLong("series_key"), facts(row), row.getBytes("data")))
        .findOne()
        .ifPresent(
            seal -> writer.execute("UPDATE chunk SET seal = ? WHERE chunk_key = ?", seal, key));
  }

  /// What a row of chunk, joined with its series, says.
  static ChunkFacts facts(ResultSet row) throws SQLException {
    return StoreLedger.facts(
        row.getInt("kind"), row.getString("device_id"), SeriesReader.header(row));
  }

  private record Tail(long series, int kind, String device, long sequence, byte[] data) {}

  private void takeOverTails(long millis) throws SQLException {
    List<Tail> tails =
        writer
            .createQuery(
                "SELECT tail.*, series.kind, series.device_id FROM tail JOIN series USING"
                    + " (series_key) ORDER BY series_key")
            .map((row, context) ->
                new Tail(
                    row.getLong("series_key"),
                    row.getInt("kind"),
                    row.getString("device_id"),
                    row.getLong("seq"),
                    row.getBytes("data")))
            .list();
    int told = 0;
    for (Tail tail : tails) {
      ledger.tail(tail.series(), tail.kind(), tail.device(), tail.sequence(), tail.data());
      if (++told % IN_A_ROUND == 0) {
        ledger.endRound(millis);
      }
    }
    if (told % IN_A_ROUND > 0) {
      ledger.endRound(millis);
    }
  }
}
