package ai.cryox.backend.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/// What left a {@link ChangeLog}, and in which of its versions; the oldest is forgotten at last.
/// One thread at a time.
final class Departures {
  /// How many are remembered.
  private static final int MOST = 10_000;

  private final Deque<Left> all = new ArrayDeque<>();
  private long forgottenUntil = ChangeLog.NOTHING;

  /// Something that left.
  ///
  /// @param version in which it was not there any more
  /// @param device whether it was a device; else an alarm
  /// @param facilityId in which it was seen
  record Left(long version, boolean device, String facilityId, String id) {}

  void add(Left left) {
    all.addLast(left);
    if (all.size() > MOST) {
      forgottenUntil = all.removeFirst().version;
    }
  }

  /// Whether everything is still known that left after this version.
  boolean reachBackTo(long version) {
    return version >= forgottenUntil;
  }

  /// Whether something left after this version, as the scope sees it.
  boolean hasSince(long version, LiveScope scope) {
    return !all.isEmpty()
        && all.getLast().version > version
        && since(version, scope).findAny().isPresent();
  }

  /// What left after this version, as the scope sees it, oldest first.
  Stream<Left> since(long version, LiveScope scope) {
    return all.stream().filter(left -> left.version > version && scope.sees(left.facilityId));
  }
}
