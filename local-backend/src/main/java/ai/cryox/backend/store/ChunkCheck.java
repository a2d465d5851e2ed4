package ai.cryox.backend.store;

import ai.cryox.backend.series.ChunkHeader;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import ai.cryox.backend.store.Finding.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The chunks of one series, met in order of their first row. Keeps only those that the next one
/// may overlap. One thread.
final class ChunkCheck {
  private final CheckedSeries series;
  private final CheckTally tally;
  private final List<UnsealedCheck> unsealed;
  private final List<Open> open = new ArrayList<>();
  private long rows;
  private long newest = Long.MIN_VALUE;
  private long longestSpan;

  private record Open(String name, Rows rows) {
    long until() {
      return rows.time(rows.size() - 1);
    }
  }

  ChunkCheck(CheckedSeries series, CheckTally tally, List<UnsealedCheck> unsealed) {
    this.series = series;
    this.tally = tally;
    this.unsealed = unsealed;
  }

  /// The rows that the headers speak of.
  long rows() {
    return rows;
  }

  /// The newest of them, or `Long.MIN_VALUE`.
  long newest() {
    return newest;
  }

  long longestSpan() {
    return longestSpan;
  }

  boolean next(ResultSet row) throws SQLException {
    StoredChunk chunk = StoredChunk.of(row);
    ChunkHeader header = SeriesReader.header(row);
    rows += header.count();
    newest = Math.max(newest, header.until());
    longestSpan = Math.max(longestSpan, header.until() - header.from());
    tally.countChunk();
    tally.countRows(series.kind(), header.count());
    try {
      look(
          chunk,
          header,
          series.require(
              RowsCodec.decode(chunk.data(), series.key(), chunk.from(), chunk.until())));
    } catch (DamagedException damaged) {
      found(chunk, String.valueOf(damaged.getMessage()));
    }
    return true;
  }

  private void look(StoredChunk chunk, ChunkHeader header, Rows content) {
    if (content.size() == 0 || !content.isOrdered()) {
      found(chunk, content.size() == 0 ? "it is empty" : "its rows are not in order of time");
      return;
    }
    if (!header.matches(content)) {
      found(chunk, "its header says %s, its rows %s".formatted(header, ChunkHeader.of(content)));
    }
    open.removeIf(earlier -> earlier.until() < content.time(0));
    open.forEach(earlier -> compare(chunk, content, earlier));
    open.add(new Open(chunk.name(), content));
    TimeIndex index = new TimeIndex(content);
    unsealed.forEach(waiting -> waiting.compare(chunk.name(), index));
  }

  private void compare(StoredChunk chunk, Rows content, Open earlier) {
    int twice = 0;
    int first = earlier.rows.firstNotBefore(content.time(0), earlier.rows.size());
    for (int row = first; row < earlier.rows.size(); row++) {
      twice += content.find(earlier.rows.time(row)) < 0 ? 0 : 1;
    }
    if (twice > 0) {
      found(chunk, "%d of its times are in %s too".formatted(twice, earlier.name));
    }
  }

  private void found(StoredChunk chunk, String what) {
    tally.found(series.finding(chunk.name(), Period.ofMillis(chunk.from(), chunk.until()), what));
  }
}
