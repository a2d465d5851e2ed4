package ai.cryox.backend.series;

/// Arrays that packing needs for a moment, kept so that a column does not need new ones: what is
/// written many times a second would keep the garbage collector busy. What is in them is undefined.
/// One thread.
final class Scratch {
  private long[] numbers = new long[0];
  private long[] first = new long[0];
  private long[] second = new long[0];
  private double[] decimals = new double[0];

  /// A column's whole numbers.
  long[] numbers(int count) {
    if (count > numbers.length) {
      numbers = new long[roomy(count)];
    }
    return numbers;
  }

  /// Their differences.
  long[] first(int count) {
    if (count > first.length) {
      first = new long[roomy(count)];
    }
    return first;
  }

  /// The differences of those.
  long[] second(int count) {
    if (count > second.length) {
      second = new long[roomy(count)];
    }
    return second;
  }

  /// A column's decimal numbers.
  double[] decimals(int count) {
    if (count > decimals.length) {
      decimals = new double[roomy(count)];
    }
    return decimals;
  }

  private static int roomy(int count) {
    return count + count / 4;
  }
}
