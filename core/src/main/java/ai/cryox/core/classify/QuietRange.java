package ai.cryox.core.classify;

/// The temperatures beyond no limit of a profile: between them, a reading changes nothing where
/// nothing is remembered.
///
/// @param from °C, itself not in the range, like `until`; infinite where there is no limit
record QuietRange(double from, double until) {
  private static final QuietRange ALL =
      new QuietRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static QuietRange of(StorageProfile profile) {
    QuietRange range = ALL;
    for (var limit : profile.limits().entrySet()) {
      range = range.within(limit.getKey().side(), limit.getValue().value());
    }
    for (CumulativeLimit limit : profile.cumulative()) {
      range = range.within(limit.side(), limit.value());
    }
    return range;
  }

  private QuietRange within(Side side, double value) {
    return side == Side.HIGH
        ? new QuietRange(from, Math.min(until, value))
        : new QuietRange(Math.max(from, value), until);
  }

  boolean holds(double temperature) {
    return temperature > from && temperature < until;
  }
}
