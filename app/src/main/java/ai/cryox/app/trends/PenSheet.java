package ai.cryox.app.trends;

import ai.cryox.core.reading.Bucket;
import java.util.Arrays;
import java.util.List;

/// What was read of one pen: windows with their smallest and largest value, in plain arrays. Made
/// anywhere; from then on the FX thread's, which adds what comes in.
final class PenSheet {
  /// Of which nothing was read.
  static final PenSheet EMPTY = of(new TimeWindow(0, 1), 1, List.of());

  private final TimeWindow period;
  private final long resolution;
  private long[] ends;
  private double[] lows;
  private double[] highs;
  private double[] sums;
  private long[] counts;
  private int size;
  private long lastTime = Long.MIN_VALUE;

  private PenSheet(TimeWindow period, long resolution, int room) {
    this.period = period;
    this.resolution = resolution;
    ends = new long[room];
    lows = new double[room];
    highs = new double[room];
    sums = new double[room];
    counts = new long[room];
  }

  /// Of these windows.
  ///
  /// @param period that was asked for, in whole steps of the resolution
  /// @param resolution a window's length, milliseconds
  /// @param buckets oldest first
  static PenSheet of(TimeWindow period, long resolution, List<Bucket> buckets) {
    PenSheet sheet = new PenSheet(period, resolution, Math.max(16, buckets.size()));
    for (Bucket bucket : buckets) {
      sheet.ends[sheet.size] = bucket.end().toEpochMilli();
      sheet.lows[sheet.size] = bucket.smallest();
      sheet.highs[sheet.size] = bucket.largest();
      sheet.sums[sheet.size] = bucket.mean() * bucket.count();
      sheet.counts[sheet.size] = bucket.count();
      sheet.size++;
    }
    return sheet;
  }

  /// Adds one value that came in since. What is older than the last, or not in the period, is left
  /// to the next reading of the store.
  ///
  /// @return whether it was added
  boolean add(long time, double value) {
    long end = Math.ceilDiv(time, resolution) * resolution;
    boolean old = size > 0 && (end < ends[size - 1] || time <= lastTime);
    if (old || !Double.isFinite(value) || time <= period.from() || time > period.until()) {
      return false;
    }
    if (size > 0 && end == ends[size - 1]) {
      // A window that was read may hold this very value already: that counts it twice in the mean
      // until it is read again, and changes no extreme.
      lows[size - 1] = Math.min(lows[size - 1], value);
      highs[size - 1] = Math.max(highs[size - 1], value);
      sums[size - 1] += value;
      counts[size - 1]++;
    } else {
      makeRoom();
      ends[size] = end;
      lows[size] = value;
      highs[size] = value;
      sums[size] = value;
      counts[size] = 1;
      size++;
    }
    lastTime = time;
    return true;
  }

  private void makeRoom() {
    if (size == ends.length) {
      int room = size * 2;
      ends = Arrays.copyOf(ends, room);
      lows = Arrays.copyOf(lows, room);
      highs = Arrays.copyOf(highs, room);
      sums = Arrays.copyOf(sums, room);
      counts = Arrays.copyOf(counts, room);
    }
  }

  /// The period that was asked for.
  TimeWindow period() {
    return period;
  }

  /// A window's length, milliseconds.
  long resolution() {
    return resolution;
  }

  /// Nothing up to this moment needs to be added: it was read, or has been.
  long lastTime() {
    return Math.max(lastTime, size == 0 ? Long.MIN_VALUE : ends[size - 1]);
  }

  /// Windows that are not empty.
  int size() {
    return size;
  }

  /// The last moment of the i-th window, epoch milliseconds.
  long end(int i) {
    return ends[i];
  }

  /// The moment that stands for the i-th window, epoch milliseconds.
  long middle(int i) {
    return ends[i] - resolution / 2;
  }

  double low(int i) {
    return lows[i];
  }

  double high(int i) {
    return highs[i];
  }

  double mean(int i) {
    return sums[i] / counts[i];
  }

  long count(int i) {
    return counts[i];
  }

  /// Index of the first window that ends after a moment.
  int firstAfter(long time) {
    int at = Arrays.binarySearch(ends, 0, size, time + 1);
    return at >= 0 ? at : -at - 1;
  }
}
