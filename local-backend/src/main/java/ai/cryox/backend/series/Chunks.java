package ai.cryox.backend.series;

import java.util.ArrayList;
import java.util.List;

/// How rows are cut into chunks: in order of time, few enough for a page, and never over a long
/// gap.
public final class Chunks {
  /// Rows of a chunk: of a steady sensor five of them fill a page of the file, and six are a day.
  public static final int ROWS = 480;

  /// A tail of so many rows is ripe. The newest ones stay: a row that is only a little out of order
  /// still finds its place among them.
  static final int RIPE_ROWS = ROWS + 64;

  /// No chunk spans more: what lies in a period is found without looking far before it.
  static final long LONGEST_SPAN_MILLIS = 32L * 24 * 3600 * 1000;

  private Chunks() {}

  /// Rows of any chunks of one series as new chunks, in order of time.
  public static List<Rows> of(Rows rows) {
    List<Rows> chunks = new ArrayList<>();
    int[] order = rows.order(rows.size());
    for (int at = 0; at < rows.size(); ) {
      at = cut(rows, order, at, Math.min(at + ROWS, rows.size()), chunks);
    }
    return chunks;
  }

  /// Cuts chunks off as long as enough rows are left for one.
  ///
  /// @param order which rows come first
  /// @param enough at least {@value #ROWS}
  /// @return how many rows were cut off
  static int cutOff(Rows rows, int[] order, int enough, List<Rows> into) {
    int from = 0;
    while (rows.size() - from >= enough) {
      from = cut(rows, order, from, from + ROWS, into);
    }
    return from;
  }

  private static int cut(Rows rows, int[] order, int from, int most, List<Rows> into) {
    int until = from + 1;
    long last = rows.time(order[from]) + LONGEST_SPAN_MILLIS;
    while (until < most && rows.time(order[until]) <= last) {
      until++;
    }
    into.add(rows.select(order, from, until));
    return until;
  }

  /// What a chunk spans, milliseconds.
  static long span(Rows chunk) {
    return chunk.time(chunk.size() - 1) - chunk.time(0);
  }
}
