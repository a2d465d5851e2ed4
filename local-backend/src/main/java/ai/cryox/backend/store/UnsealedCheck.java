package ai.cryox.backend.store;

import ai.cryox.backend.series.Rows;
import ai.cryox.backend.store.Finding.Period;

/// Rows of one series that a tail or the log holds. They may be in a chunk too, until the log is
/// shortened; then they must say the same. One thread.
final class UnsealedCheck {
  private final CheckedSeries series;
  private final CheckTally tally;
  private final String record;
  private final TimeIndex index;
  private final boolean[] elsewhere;

  UnsealedCheck(CheckedSeries series, CheckTally tally, String record, Rows rows) {
    this.series = series;
    this.tally = tally;
    this.record = record;
    this.index = new TimeIndex(rows);
    this.elsewhere = new boolean[rows.size()];
    long[] repeated = index.repeated();
    if (repeated.length > 0) {
      Period period = Period.ofMillis(repeated[0], repeated[repeated.length - 1]);
      String what = "it has %d times twice".formatted(repeated.length);
      tally.found(series.finding(record, period, what));
    }
  }

  /// Compares what another record has of the same times.
  ///
  /// @param others in order of time
  void compare(String otherRecord, TimeIndex others) {
    if (others.size() == 0) {
      return;
    }
    int different = 0;
    long from = others.time(0);
    long until = others.time(others.size() - 1);
    for (int i = index.firstNotBefore(from); i < index.size() && index.time(i) <= until; i++) {
      int other = others.firstNotBefore(index.time(i));
      if (other < others.size() && others.time(other) == index.time(i)) {
        elsewhere[i] = true;
        boolean same = series.same(index.rows(), index.row(i), others.rows(), others.row(other));
        different += same ? 0 : 1;
      }
    }
    if (different > 0) {
      String what = "%d of its rows say something else than %s".formatted(different, otherRecord);
      tally.found(series.finding(record, Period.ofMillis(from, until), what));
    }
  }

  TimeIndex index() {
    return index;
  }

  /// How many times no record has that was compared.
  long alone() {
    long alone = 0;
    for (int i = 0; i < elsewhere.length; i++) {
      boolean repeated = i > 0 && index.time(i) == index.time(i - 1);
      alone += elsewhere[i] || repeated ? 0 : 1;
    }
    return alone;
  }
}
