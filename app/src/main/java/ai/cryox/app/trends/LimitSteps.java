package ai.cryox.app.trends;

import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.classify.StorageProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The limits that held while a curve was measured, stretch by stretch. Pure.
///
/// @param stretches oldest first, without holes; at least one
record LimitSteps(List<Stretch> stretches) {
  /// Limits and from when to when they held, epoch milliseconds.
  record Stretch(long from, long until, StorageProfile limits) {}

  LimitSteps {
    stretches = List.copyOf(stretches);
  }

  /// The part of a history that a period shows.
  ///
  /// @param held oldest first; empty if the limits never changed
  /// @param known until when the history is known
  /// @param now what holds now
  static LimitSteps of(List<HeldLimits> held, Instant known, StorageProfile now, TimeWindow view) {
    List<HeldLimits> all = new ArrayList<>(held);
    if (all.isEmpty()) {
      all.add(new HeldLimits(Instant.EPOCH, now));
    } else if (!all.getLast().limits().equals(now)) {
      all.add(new HeldLimits(known, now));
    }
    List<Stretch> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      // What held first is not known to have been otherwise before.
      long from = i == 0 ? view.from() : Math.max(view.from(), all.get(i).from().toEpochMilli());
      long until =
          i == all.size() - 1
              ? view.until()
              : Math.min(view.until(), all.get(i + 1).from().toEpochMilli());
      if (from < until) {
        found.add(new Stretch(from, until, all.get(i).limits()));
      }
    }
    return new LimitSteps(found);
  }
}
