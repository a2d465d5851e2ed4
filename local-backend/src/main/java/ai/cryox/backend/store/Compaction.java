package ai.cryox.backend.store;

import ai.cryox.backend.series.ChunkHeader;
import ai.cryox.backend.series.Chunks;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import ai.cryox.backend.series.Series;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Merges chunks that overlap, a few at a time: after a back-fill a question of a day would
/// otherwise have to unpack much more than that day. Belongs to the writer's thread.
final class Compaction {
  /// Merged at once: a matter of milliseconds.
  private static final int MOST_MERGED = 16;

  private static final int LOOKED_AT = 256;

  private final SqliteDatabase database;
  private final SeriesRegistry registry;
  private final SeriesTables tables;
  private final ChunkLookup lookup;
  private final Damage damage;
  private final LedgerBreaks breaks;

  Compaction(
      SqliteDatabase database,
      SeriesRegistry registry,
      SeriesTables tables,
      ChunkLookup lookup,
      Damage damage,
      LedgerBreaks breaks) {
    this.database = database;
    this.registry = registry;
    this.tables = tables;
    this.lookup = lookup;
    this.damage = damage;
    this.breaks = breaks;
  }

  private record Place(long key, long from, long until) {}

  /// Does a little, in the writer's open transaction.
  ///
  /// @return whether there may be more to do
  boolean step() throws SQLException {
    Overlap overlap =
        database
            .writer()
            .createQuery(
                "SELECT series_key, overlap_ms FROM series WHERE overlap_ms IS NOT NULL LIMIT 1")
            .map(
                (row, context) -> new Overlap(row.getLong("series_key"), row.getLong("overlap_ms")))
            .findOne()
            .orElse(null);
    Series series = overlap == null ? null : registry.find(overlap.series());
    if (overlap == null || series == null) {
      return false;
    }
    step(series, overlap.from());
    return true;
  }

  private record Overlap(long series, long from) {}

  private void step(Series series, long from) throws SQLException {
    List<Place> places = places(series, from);
    int first = firstOverlap(places);
    if (first >= 0) {
      lookup.forget(series);
      List<Place> group = group(places, first);
      int after = first + group.size();
      long last = merge(series, group);
      // What did not fit into the group may overlap with what became of it.
      setOverlap(series, after < places.size() ? Math.min(last, places.get(after).from()) : last);
    } else if (places.size() == LOOKED_AT) {
      setOverlap(series, places.getLast().from());
    } else {
      setOverlap(series, null);
      series.setLongestSpan(measureSpan(series));
    }
  }

  private List<Place> places(Series series, long from) {
    return database
        .writer()
        .createQuery(
            """
            SELECT chunk_key, from_ms, until_ms FROM chunk
            WHERE series_key = ? AND from_ms >= ? AND until_ms >= ? ORDER BY from_ms LIMIT ?\
            """)
        .bind(0, series.key())
        .bind(1, from - series.longestSpan())
        .bind(2, from)
        .bind(3, LOOKED_AT)
        .map((row, context) ->
            new Place(row.getLong("chunk_key"), row.getLong("from_ms"), row.getLong("until_ms")))
        .list();
  }

  private static int firstOverlap(List<Place> places) {
    for (int i = 1; i < places.size(); i++) {
      if (places.get(i).from() <= places.get(i - 1).until()) {
        return i - 1;
      }
    }
    return -1;
  }

  private static List<Place> group(List<Place> places, int first) {
    List<Place> group = new ArrayList<>();
    long until = places.get(first).until();
    for (Place place : places.subList(first, places.size())) {
      if (group.size() == MOST_MERGED || place.from() > until) {
        break;
      }
      group.add(place);
      until = Math.max(until, place.until());
    }
    return group;
  }

  /// @return from where on chunks may still overlap
  private long merge(Series series, List<Place> group) throws SQLException {
    Rows rows = new Rows(series.schema());
    List<Place> merged = new ArrayList<>();
    for (Place place : group) {
      Rows unpacked = unpack(series, place);
      if (unpacked != null) {
        merged.add(place);
        rows.copyAll(unpacked);
      }
    }
    if (merged.size() < 2) {
      // What is damaged stays as it is, and what overlaps with it alone, too.
      return group.stream().mapToLong(Place::until).max().orElseThrow() + 1;
    }
    tables.deleteChunks(merged.stream().map(Place::key).toList(), false);
    long last = group.getFirst().from();
    for (Rows chunk : Chunks.of(rows)) {
      ChunkHeader header = tables.insertChunk(series, chunk);
      last = header.from();
      noteSpan(series, header.until() - header.from());
    }
    return last;
  }

  private void noteSpan(Series series, long span) {
    if (span > series.longestSpan()) {
      series.setLongestSpan(span);
      database
          .writer()
          .execute("UPDATE series SET span_ms = ? WHERE series_key = ?", span, series.key());
    }
  }

  private @Nullable Rows unpack(Series series, Place place) {
    StoredChunk chunk =
        database
            .writer()
            .createQuery("SELECT * FROM chunk WHERE chunk_key = ?")
            .bind(0, place.key())
            .map((row, context) -> StoredChunk.of(row))
            .one();
    try {
      Rows rows = RowsCodec.decode(chunk.data(), series.key(), chunk.from(), chunk.until());
      // Or else what somebody changed would be sealed as ours.
      new LedgerProof(database.writer(), breaks).chunk(chunk.key());
      return rows;
    } catch (DamagedException damaged) {
      damage.found(chunk, series, damaged);
      return null;
    }
  }

  private void setOverlap(Series series, @Nullable Long from) {
    database
        .writer()
        .execute("UPDATE series SET overlap_ms = ? WHERE series_key = ?", from, series.key());
  }

  private long measureSpan(Series series) {
    Handle writer = database.writer();
    writer.execute(
        "UPDATE series SET span_ms = (SELECT coalesce(max(until_ms - from_ms), 0) FROM chunk"
            + " WHERE chunk.series_key = series.series_key) WHERE series_key = ?",
        series.key());
    return writer
        .createQuery("SELECT span_ms FROM series WHERE series_key = ?")
        .bind(0, series.key())
        .mapTo(Long.class)
        .one();
  }
}
