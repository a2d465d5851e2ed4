package ai.cryox.app.device;

import java.util.Arrays;

/// Temperatures over event time, oldest first, in two plain arrays: a week of readings costs a few
/// hundred kilobytes. One owner at a time.
final class Samples {
  private long[] times = new long[256];
  private double[] values = new double[256];
  private int size;

  /// Adds one reading; what is not newer than the last, or no number, is left out.
  ///
  /// @param time epoch milliseconds
  /// @param value °C
  /// @return whether it was added
  boolean add(long time, double value) {
    if (time <= lastTime() || !Double.isFinite(value)) {
      return false;
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    times[size] = time;
    values[size] = value;
    size++;
    return true;
  }

  int size() {
    return size;
  }

  /// Event time of the i-th, epoch milliseconds.
  long time(int i) {
    return times[i];
  }

  /// °C of the i-th.
  double value(int i) {
    return values[i];
  }

  /// Event time of the newest; the smallest number there is without one.
  long lastTime() {
    return size == 0 ? Long.MIN_VALUE : times[size - 1];
  }

  /// Index of the first that is not before this time.
  int firstFrom(long time) {
    int at = Arrays.binarySearch(times, 0, size, time);
    return at >= 0 ? at : -at - 1;
  }

  /// Index of the one nearest to this time, or -1 if there is none.
  int nearest(long time) {
    int after = firstFrom(time);
    if (after == 0) {
      return size == 0 ? -1 : 0;
    }
    if (after == size) {
      return size - 1;
    }
    return times[after] - time < time - times[after - 1] ? after : after - 1;
  }
}
