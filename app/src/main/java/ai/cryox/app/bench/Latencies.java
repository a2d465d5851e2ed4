package ai.cryox.app.bench;

import java.util.Arrays;

/// Measured times and their quantiles. One thread.
final class Latencies {
  private long[] nanos = new long[1024];
  private int count;

  void add(long oneNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = oneNanos;
  }

  void clear() {
    count = 0;
  }

  /// Milliseconds that such a share does not exceed; NaN of none.
  double quantileMillis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * count))] / 1e6;
  }
}
