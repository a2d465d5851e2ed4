package ai.cryox.backend.report;

import ai.cryox.backend.ledger.RecordHash.ChunkFacts;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.ReadingRows;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import ai.cryox.backend.series.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The readings of a unit that a proof holds, in order of time, each time once. One thread.
final class ProvenRows {
  private final String facilityId;
  private final long from;
  private final long until;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Head> open = new ArrayList<>();
  private long time = Long.MIN_VALUE;
  private double value;

  private record Waiting(long series, ChunkFacts facts, byte[] data) {}

  private static final class Head {
    private final Rows rows;
    private final int[] order;
    private int next;

    Head(Rows rows) {
      this.rows = rows;
      this.order = rows.order(rows.size());
    }

    long time() {
      return rows.time(order[next]);
    }

    int take() {
      return order[next++];
    }

    boolean isEmpty() {
      return next == order.length;
    }
  }

  /// @param facilityId only what speaks of it
  /// @param from epoch milliseconds
  /// @param until epoch milliseconds
  ProvenRows(String facilityId, long from, long until) {
    this.facilityId = facilityId;
    this.from = from;
    this.until = until;
  }

  /// Adds a chunk, not before those that begin earlier.
  void chunk(long series, ChunkFacts facts, byte[] data) throws DamagedException {
    if (!waiting.isEmpty() && waiting.getLast().facts.from() > facts.from()) {
      throw new DamagedException("its chunks are not in order");
    }
    waiting.add(new Waiting(series, facts, data));
  }

  /// Adds what was saved of the rest, in the order in which it came.
  void tail(long series, long sequence, byte[] data) throws DamagedException {
    open(RowsCodec.decodeFirst(data, ReadingRows.COLUMNS_OF_RECORD, series, sequence), false);
  }

  private void open(Rows rows, boolean ordered) throws DamagedException {
    if (rows.schema() != Schema.READING || (ordered && !rows.isOrdered())) {
      throw new DamagedException("its rows are no readings in order");
    }
    if (rows.size() > 0) {
      open.add(new Head(rows));
    }
  }

  /// Goes to the next reading.
  ///
  /// @return whether there is one
  boolean next() throws DamagedException {
    while (true) {
      Head earliest = earliest();
      while (!waiting.isEmpty()
          && (earliest == null || waiting.getFirst().facts.from() <= earliest.time())) {
        Waiting due = waiting.remove();
        open(
            RowsCodec.decodeFirst(
                due.data,
                ReadingRows.COLUMNS_OF_RECORD,
                due.series,
                due.facts.from(),
                due.facts.until()),
            true);
        earliest = earliest();
      }
      if (earliest == null) {
        return false;
      }
      long there = earliest.time();
      int row = earliest.take();
      boolean wanted =
          there > time
              && there >= from
              && there < until
              && ReadingRows.facility(earliest.rows, row).equals(facilityId);
      double read = wanted ? ReadingRows.temperature(earliest.rows, row) : Double.NaN;
      if (earliest.isEmpty()) {
        open.remove(earliest);
      }
      if (wanted) {
        time = there;
        value = read;
        return true;
      }
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

  /// Epoch milliseconds.
  long time() {
    return time;
  }

  /// °C.
  double value() {
    return value;
  }
}
