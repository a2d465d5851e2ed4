package ai.cryox.backend.excursion;

import ai.cryox.core.classify.StorageProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which devices must be evaluated again from when on: one entry a device, however many readings
/// came late. Thread-safe.
final class DueList {
  /// A device whose back-fill has paused for so long is evaluated.
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /// One whose back-fill does not pause is evaluated after so long.
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// @param from epoch milliseconds of the earliest late reading
  /// @param profile that holds for the device now
  /// @param longestGap between two of its readings
  record Due(
      String deviceId, String facilityId, StorageProfile profile, Duration longestGap, long from) {
    Due earlier(Due other) {
      return new Due(
          deviceId, other.facilityId, other.profile, other.longestGap, Math.min(from, other.from));
    }
  }

  private record Entry(Due due, Instant since, Instant touched) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /// Adds a device, or takes note that it is not through yet.
  synchronized void mark(Due due, Instant now) {
    Entry known = entries.get(due.deviceId());
    entries.put(
        due.deviceId(),
        known == null
            ? new Entry(due, now, now)
            : new Entry(known.due().earlier(due), known.since(), now));
  }

  /// The first device that is ready, which is then on the list no more; `null` if none is.
  synchronized @Nullable Due take(Instant now) {
    for (Entry entry : entries.values()) {
      boolean settled = !now.isBefore(entry.touched().plus(SETTLED));
      if (settled || !now.isBefore(entry.since().plus(LONGEST))) {
        entries.remove(entry.due().deviceId());
        return entry.due();
      }
    }
    return null;
  }

  /// What is on the list of a device, or `null`.
  synchronized @Nullable Due find(String deviceId) {
    Entry entry = entries.get(deviceId);
    return entry == null ? null : entry.due();
  }

  /// How many devices wait.
  synchronized int size() {
    return entries.size();
  }
}
