package ai.cryox.core.live;

/// The last few temperatures of a device, for a sparkline. Immutable.
public final class Trace {
  /// Readings kept at most.
  public static final int LENGTH = 60;

  private final float[] temperatures;
  private final long[] times;

  private Trace(float[] temperatures, long[] times) {
    this.temperatures = temperatures;
    this.times = times;
  }

  /// Of so many readings.
  ///
  /// @param times epoch milliseconds, each later than the one before, at most {@value #LENGTH}; not
  ///   to be changed any more
  /// @param temperatures °C, as many; not to be changed any more
  public static Trace of(long[] times, float[] temperatures) {
    return new Trace(temperatures, times);
  }

  /// How many readings it holds.
  public int size() {
    return times.length;
  }

  /// °C of the i-th reading, oldest first.
  public float temperature(int i) {
    return temperatures[i];
  }

  /// Event time of the i-th reading, epoch milliseconds.
  public long time(int i) {
    return times[i];
  }

  /// °C a minute over the last five minutes of readings by least squares; NaN for fewer than three
  /// readings or less than a minute between them.
  public double slopePerMinute() {
    int last = times.length - 1;
    int first = Math.max(last, 0);
    while (first > 0 && times[last] - times[first - 1] <= 5 * 60_000L) {
      first--;
    }
    int n = last - first + 1;
    if (n < 3 || times[last] - times[first] < 60_000L) {
      return Double.NaN;
    }
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int i = first; i <= last; i++) {
      double x = (times[i] - times[first]) / 60_000.0;
      double y = temperatures[i];
      sumX += x;
      sumY += y;
      sumXx += x * x;
      sumXy += x * y;
    }
    double spread = n * sumXx - sumX * sumX;
    return spread == 0 ? Double.NaN : (n * sumXy - sumX * sumY) / spread;
  }
}
