package ai.cryox.app.trends;

/// How long the windows are that a trend is read in: never longer than one column of the picture.
/// Pure.
final class Resolution {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  /// Milliseconds; few of them, so that what was read can be used again.
  private static final long[] STEPS = {
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    SECOND,
    2 * SECOND,
    5 * SECOND,
    10 * SECOND,
    30 * SECOND,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    6 * HOUR,
    12 * HOUR,
    24 * HOUR
  };

  private Resolution() {}

  /// The longest step that is not longer than a column, milliseconds.
  ///
  /// @param span of the period, milliseconds
  /// @param columns that it has, at least 1
  static long of(long span, int columns) {
    long step = STEPS[0];
    for (long candidate : STEPS) {
      if (candidate * columns <= span) {
        step = candidate;
      }
    }
    return step;
  }
}
