package ai.cryox.connectors.payload;

/// How numbers are written.
final class Numbers {
  /// Above it a double has no fraction but its digits are no longer all significant.
  private static final double LARGEST_PLAIN = 1e15;

  private Numbers() {}

  /// A whole number without a fraction (`85`), any other as {@link Double#toString} writes it.
  static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
