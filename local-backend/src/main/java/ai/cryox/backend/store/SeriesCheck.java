package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// All that is stored of one series, as of one moment: its chunks, its tail, what the log has of
/// it, and what the table `series` says about them. One thread.
final class SeriesCheck {
  private final CheckedSeries series;
  private final Rows logged;
  private final CheckTally tally;

  /// @param logged its rows in the log
  SeriesCheck(CheckedSeries series, Rows logged, CheckTally tally) {
    this.series = series;
    this.logged = logged;
    this.tally = tally;
  }

  void run(Handle handle) {
    List<UnsealedCheck> unsealed = new ArrayList<>();
    UnsealedCheck log = new UnsealedCheck(series, tally, "the log", logged);
    unsealed.add(log);
    handle
        .createQuery("SELECT seq, n, data FROM tail WHERE series_key = ?")
        .bind(0, series.key())
        .map((row, context) -> tail(row))
        .forEach(rows -> unsealed.add(new UnsealedCheck(series, tally, tailName(), rows)));
    ChunkCheck chunks = new ChunkCheck(series, tally, unsealed);
    handle
        .createQuery("SELECT * FROM chunk WHERE series_key = ? ORDER BY from_ms")
        .bind(0, series.key())
        .map((row, context) -> chunks.next(row))
        .forEach(met -> {});
    unsealed.stream().skip(1).forEach(tail -> log.compare(tailName(), tail.index()));
    unsealed.forEach(some -> tally.countRows(series.kind(), some.alone()));
    checkRow(handle, chunks);
    tally.countSeries();
  }

  private String tailName() {
    return "tail " + series.key();
  }

  private Rows tail(ResultSet row) throws SQLException {
    try {
      Rows rows =
          series.require(RowsCodec.decode(row.getBytes("data"), series.key(), row.getLong("seq")));
      if (rows.size() != row.getInt("n")) {
        String what = "it says %d rows and has %d".formatted(row.getInt("n"), rows.size());
        tally.found(series.finding(tailName(), what));
      }
      return rows;
    } catch (DamagedException damaged) {
      tally.found(series.finding(tailName(), String.valueOf(damaged.getMessage())));
      return new Rows(series.kind());
    }
  }

  private void checkRow(Handle handle, ChunkCheck chunks) {
    handle
        .createQuery("SELECT sealed_n, sealed_ms, span_ms FROM series WHERE series_key = ?")
        .bind(0, series.key())
        .map((row, context) -> checkRow(row, chunks))
        .forEach(met -> {});
  }

  private boolean checkRow(ResultSet row, ChunkCheck chunks) throws SQLException {
    expect("sealed_n", row.getLong("sealed_n"), chunks.rows());
    // Newer than all chunks it may be: those were kept as long as they had to.
    long newest = row.getLong("sealed_ms");
    expectAtLeast("sealed_ms", row.wasNull() ? Long.MIN_VALUE : newest, chunks.newest());
    expectAtLeast("span_ms", row.getLong("span_ms"), chunks.longestSpan());
    return true;
  }

  private void expect(String column, long said, long found) {
    if (said != found) {
      String what =
          "%s is %s, by its chunks it is %s".formatted(column, orNothing(said), orNothing(found));
      tally.found(series.finding("series " + series.key(), what));
    }
  }

  private void expectAtLeast(String column, long said, long found) {
    if (said < found) {
      expect(column, said, found);
    }
  }

  private static String orNothing(long value) {
    return value == Long.MIN_VALUE ? "nothing" : Long.toString(value);
  }
}
