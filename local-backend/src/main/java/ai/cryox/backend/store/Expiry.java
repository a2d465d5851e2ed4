package ai.cryox.backend.store;

import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.Series;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Deletes what is older than its facility keeps it, a few chunks at a time. What was sealed
/// together goes together, when its newest row is too old; rows that are not sealed stay. Belongs
/// to the writer's thread.
final class Expiry {
  private static final Duration BETWEEN_ROUNDS = Duration.ofHours(1);
  private static final int DELETED_AT_ONCE = 64;

  private final SqliteDatabase database;
  private final SeriesRegistry registry;
  private final ChunkLookup lookup;
  private final SeriesTables tables;
  private final SeriesLog log;
  private final SqliteRetentionStore retention;
  private final RejectionExpiry rejections;
  private final Deque<Series> toLookAt = new ArrayDeque<>();
  private boolean rejectionsToLookAt;
  private long deleted;
  private Map<String, Integer> days = Map.of();
  private Instant nextRound = Instant.MIN;

  Expiry(
      SqliteDatabase database,
      SeriesRegistry registry,
      ChunkLookup lookup,
      SeriesTables tables,
      SeriesLog log,
      SqliteRetentionStore retention) {
    this.database = database;
    this.registry = registry;
    this.lookup = lookup;
    this.tables = tables;
    this.log = log;
    this.retention = retention;
    this.rejections = new RejectionExpiry(database, RejectionExpiry.MOST_BYTES);
  }

  /// The next step begins a round: somebody changed how long something is kept.
  void hurry() {
    nextRound = Instant.MIN;
  }

  /// Does a little, in the writer's open transaction.
  ///
  /// @return whether there may be more to do
  boolean step(Instant now) throws SQLException {
    if (toLookAt.isEmpty() && !rejectionsToLookAt && !now.isBefore(nextRound)) {
      nextRound = now.plus(BETWEEN_ROUNDS);
      days = retention.all();
      toLookAt.addAll(registry.all());
      rejectionsToLookAt = true;
    }
    deleted = 0;
    if (rejectionsToLookAt) {
      rejectionsToLookAt = rejections.deleteOld(now, kept(""));
      return true;
    }
    if (rejections.deleteSurplus()) {
      return true;
    }
    // A look at a series without anything too old costs microseconds.
    for (int looked = 0; looked < DELETED_AT_ONCE && !toLookAt.isEmpty(); looked++) {
      Series series = toLookAt.element();
      if (deleteChunks(series, limit(series, now)) == DELETED_AT_ONCE) {
        return true;
      }
      toLookAt.remove();
    }
    return !toLookAt.isEmpty();
  }

  /// What the last step deleted is gone for good: its transaction is committed.
  void committed() {
    registry.count(-deleted);
    deleted = 0;
  }

  /// A series that spoke of several facilities is kept as long as the one that keeps longest.
  private long limit(Series series, Instant now) {
    Duration longest =
        registry.facilities(series).stream()
            .map(this::kept)
            .max(Duration::compareTo)
            .orElseGet(() -> kept(""));
    return now.minus(longest).toEpochMilli();
  }

  private Duration kept(String facilityId) {
    Integer own = days.get(facilityId);
    return Duration.ofDays(
        own != null
            ? own
            : days.getOrDefault(
                SqliteRetentionStore.ALL_OTHERS, SqliteRetentionStore.DEFAULT_DAYS));
  }

  private int deleteChunks(Series series, long limit) throws SQLException {
    Handle writer = database.writer();
    List<Long> keys = new ArrayList<>();
    long rows =
        writer
            .createQuery(
                "SELECT chunk_key, n FROM chunk WHERE series_key = ? AND from_ms < ?"
                    + " AND until_ms < ? ORDER BY from_ms LIMIT ?")
            .bind(0, series.key())
            .bind(1, limit)
            .bind(2, limit)
            .bind(3, DELETED_AT_ONCE)
            .map((row, context) -> {
              keys.add(row.getLong("chunk_key"));
              return row.getLong("n");
            })
            .list()
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    if (!keys.isEmpty()) {
      tables.deleteChunks(keys, true);
      writer.execute(
          "UPDATE series SET sealed_n = sealed_n - ? WHERE series_key = ?", rows, series.key());
      // Or else the next start would take what the log still has of them for rows not yet sealed.
      tables.saveTail(series, log.sequence(), series.unsealed());
      lookup.forget(series);
      deleted += series.schema() == Schema.READING ? rows : 0;
    }
    return keys.size();
  }
}
