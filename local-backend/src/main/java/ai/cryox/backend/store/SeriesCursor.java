package ai.cryox.backend.store;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import ai.cryox.backend.series.Series;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks through the rows of one series in order of time, from ≤ time < until: chunks that may
/// overlap, and what is not sealed yet. A row is met once, even if it was sealed while we looked.
///
/// Lives as long as the transaction it reads in. One thread.
final class SeriesCursor {
  private final ChunkSource source;
  private final Damage damage;
  private final Series series;
  private final long until;
  private final int ahead;
  private final int columns;
  private final Deque<StoredChunk> waiting = new ArrayDeque<>();
  private final List<Head> open = new ArrayList<>();
  private final long from;
  private long askFrom;
  private boolean asked;
  private boolean exhausted;
  private Head at;
  private int row;
  private long time = Series.NEVER;

  private static final class Head {
    private final Rows rows;
    private int next;

    Head(Rows rows, int next) {
      this.rows = rows;
      this.next = next;
    }

    long time() {
      return rows.time(next);
    }
  }

  /// @param ahead chunks fetched at once
  SeriesCursor(ChunkSource source, Damage damage, Series series, long from, long until, int ahead) {
    this(source, damage, series, from, until, ahead, Integer.MAX_VALUE);
  }

  /// @param columns only so many are unpacked of what is sealed
  SeriesCursor(
      ChunkSource source,
      Damage damage,
      Series series,
      long from,
      long until,
      int ahead,
      int columns) {
    this.columns = columns;
    this.source = source;
    this.damage = damage;
    this.series = series;
    this.from = from;
    this.until = until;
    this.ahead = ahead;
    this.at = new Head(series.between(from, until), 0);
    this.askFrom = before(from, series.longestSpan());
    add(at);
  }

  /// What is not sealed was copied by the constructor; it must come before the transaction begins,
  /// so that what is sealed in between is seen twice rather than never.
  private static long before(long time, long span) {
    return time < Long.MIN_VALUE + span ? Long.MIN_VALUE : time - span;
  }

  Series series() {
    return series;
  }

  /// Goes to the next row; `false` if there is none.
  boolean next() {
    while (true) {
      openWhatIsDue();
      Head earliest = earliest();
      if (earliest == null) {
        return false;
      }
      at = earliest;
      row = earliest.next;
      long next = earliest.time();
      step(earliest);
      if (next > time || time == Series.NEVER) {
        time = next;
        return true;
      }
    }
  }

  /// The row's time, epoch milliseconds.
  long time() {
    return time;
  }

  Rows rows() {
    return at.rows;
  }

  int row() {
    return row;
  }

  private void step(Head head) {
    head.next++;
    if (head.next >= head.rows.size() || head.time() >= until) {
      open.remove(head);
    }
  }

  private @Nullable Head earliest() {
    Head earliest = null;
    for (Head head : open) {
      if (earliest == null || head.time() < earliest.time()) {
        earliest = head;
      }
    }
    return earliest;
  }

  private void openWhatIsDue() {
    while (true) {
      if (waiting.isEmpty() && !exhausted) {
        fetch();
      }
      Head earliest = earliest();
      if (waiting.isEmpty() || (earliest != null && waiting.getFirst().from() > earliest.time())) {
        return;
      }
      open(waiting.remove());
    }
  }

  private void fetch() {
    long after = asked ? askFrom + 1 : askFrom;
    List<StoredChunk> chunks = source.chunks(series.key(), after, from, until, ahead);
    waiting.addAll(chunks);
    exhausted = chunks.size() < ahead;
    asked = true;
    if (!chunks.isEmpty()) {
      askFrom = chunks.getLast().from();
    }
  }

  private void open(StoredChunk chunk) {
    try {
      Rows rows =
          RowsCodec.decodeFirst(chunk.data(), columns, series.key(), chunk.from(), chunk.until());
      add(new Head(rows, rows.firstNotBefore(from, rows.size())));
    } catch (DamagedException damaged) {
      damage.found(chunk, series, damaged);
    }
  }

  private void add(Head head) {
    if (head.next < head.rows.size() && head.time() < until) {
      open.add(head);
    }
  }
}
