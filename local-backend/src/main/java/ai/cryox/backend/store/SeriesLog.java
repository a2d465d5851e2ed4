package ai.cryox.backend.store;

import ai.cryox.backend.series.LogEntry;
import ai.cryox.backend.series.RecentEntries;
import ai.cryox.backend.series.RowMapping;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.series.Seal;
import ai.cryox.backend.series.Series;
import ai.cryox.backend.series.Series.RowAt;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where all series are written: each group commit becomes one row of raw_log, and full series are
/// sealed into chunks in the same transaction. Belongs to the writer's thread.
///
/// What was added is written when the database is about to commit ({@link #write}) and becomes
/// visible when it has ({@link #committed}).
public final class SeriesLog implements SqliteDatabase.Participant {
  /// Chunks sealed with one commit: many devices that fill their tails at the same moment must not
  /// make one commit slow.
  private static final int FEWEST_SEALS = 32;

  private final SeriesTables tables;
  private final SeriesRegistry registry;
  private final ChunkLookup chunks;
  private final LogCover cover;
  private long sequence;
  private final RecentEntries recent = new RecentEntries();
  private LogEntry entry = recent.next();

  /// Series with rows that wait for the commit.
  private final List<Series> touched = new ArrayList<>();

  /// Series that are new, or new in a facility: kept until a commit has stored that.
  private final Set<Series> fresh = new LinkedHashSet<>();

  private final Set<Series> ripe = new LinkedHashSet<>();
  private final List<Seal> seals = new ArrayList<>();
  private final List<Series> savedTails = new ArrayList<>();
  private int wantedSaves;
  private long deleteBefore;

  /// The log of a database, with all that is in it.
  SeriesLog(SeriesTables tables, SeriesRegistry registry, ChunkLookup chunks) {
    this.tables = tables;
    this.registry = registry;
    this.chunks = chunks;
    this.cover = new LogCover();
  }

  /// Takes note of an entry that was in the log when the store was opened.
  void restore(long restoredSequence, int rows, Collection<Series> of) {
    cover.appended(restoredSequence, rows);
    of.forEach(series -> cover.touched(series, restoredSequence));
    sequence = restoredSequence;
  }

  /// Queues the series that were found ripe when the store was opened.
  void restored() {
    registry.all().forEach(this::noteIfRipe);
  }

  /// Adds messages whose (device, time) is not there yet. The first one stays.
  <T> void append(RowMapping<T> mapping, Collection<T> messages) {
    Series series = null;
    for (T message : messages) {
      if (series == null || !series.deviceId().equals(mapping.deviceId(message))) {
        series = series(mapping.schema(), mapping.deviceId(message));
      }
      long time = mapping.time(message);
      if (series.isNewer(time) || find(series, time) == null) {
        if (registry.join(series, mapping.facilityId(message))) {
          fresh.add(series);
        }
        Rows rows = entry.add(mapping.schema(), series.key());
        mapping.write(message, rows);
        if (series.add(rows, rows.size() - 1)) {
          touched.add(series);
        }
      }
    }
  }

  private Series series(Schema schema, String deviceId) {
    Series series = registry.find(schema, deviceId);
    return series == null ? registry.add(schema, deviceId) : series;
  }

  /// The newest entry's number.
  long sequence() {
    return sequence;
  }

  /// The row of a time, in the open transaction or before; `null` if there is none.
  @Nullable RowAt find(Series series, long time) {
    if (series.isNewer(time)) {
      return null;
    }
    RowAt unsealed = series.find(time);
    return unsealed != null || time > series.sealedUntil() ? unsealed : chunks.find(series, time);
  }

  @Override
  public void write() throws SQLException {
    seals.clear();
    savedTails.clear();
    for (Series series : fresh) {
      tables.save(series, registry.facilities(series));
    }
    if (entry.size() > 0) {
      tables.insert(sequence + 1, entry);
    }
    writeSeals();
    writeTails(Math.max(wantedSaves, cover.overdue()));
    // A few at a time: to free the pages of one takes as long as to write one.
    long most = wantedSaves > 0 ? Long.MAX_VALUE : cover.first() + 8;
    deleteBefore = Math.min(cover.firstNeeded(), most);
    if (deleteBefore > cover.first()) {
      tables.deleteLog(cover.first(), deleteBefore);
    }
  }

  private void writeSeals() throws SQLException {
    int quota = FEWEST_SEALS + ripe.size() / 32;
    Iterator<Series> next = ripe.iterator();
    while (next.hasNext() && seals.size() < quota) {
      Seal seal = next.next().seal();
      tables.insert(seal);
      if (seal.leftSince() == 0) {
        tables.saveTail(seal.series(), sequence, seal.left());
      }
      seals.add(seal);
    }
  }

  private void writeTails(int count) throws SQLException {
    for (Series series : count == 0 ? List.<Series>of() : cover.oldest(count)) {
      if (seals.stream().noneMatch(seal -> seal.series() == series)) {
        tables.saveTail(series, sequence, series.unsealed());
        savedTails.add(series);
      }
    }
  }

  @Override
  public void committed() {
    for (Seal seal : seals) {
      chunks.forget(seal.series());
      seal.carryOut();
      cover.saved(seal.series());
      if (seal.leftSince() > 0) {
        cover.touched(seal.series(), seal.leftSince());
      }
      ripe.remove(seal.series());
      noteIfRipe(seal.series());
    }
    savedTails.forEach(cover::saved);
    if (entry.size() > 0) {
      sequence++;
      cover.appended(sequence, entry.size());
      registry.count(entry.size(Schema.READING));
      recent.commit(entry, sequence, touched);
      entry = recent.next();
    }
    for (Series series : touched) {
      cover.touched(series, sequence);
      noteIfRipe(series);
    }
    cover.deletedBefore(deleteBefore);
    fresh.clear();
    touched.clear();
  }

  private void noteIfRipe(Series series) {
    if (series.isRipe()) {
      ripe.add(series);
    }
  }

  @Override
  public void rolledBack() {
    touched.forEach(Series::rollBack);
    touched.clear();
    entry.clear();
  }

  /// Saves all tails and empties the log, with as many commits as that takes: the next start has
  /// nothing to replay.
  void settle(SqliteDatabase database) {
    wantedSaves = 256;
    while (cover.isNeeded() || cover.firstNeeded() > cover.first()) {
      database.commit();
    }
    wantedSaves = 0;
  }
}
