package ai.cryox.backend.store;

import ai.cryox.core.reading.Occurrence;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes spans of what a device says to be so or not so, message after message. One thread.
final class OccurrenceMeter {
  /// Kept at most, the newest: more are no picture any more.
  private static final int MOST = 2_000;

  private final Occurrence.Kind kind;
  private final Deque<Occurrence> ended = new ArrayDeque<>();
  private @Nullable Instant since;

  OccurrenceMeter(Occurrence.Kind kind) {
    this.kind = kind;
  }

  /// Takes what one message says, in order of time.
  ///
  /// @param so `null` if it says nothing
  void add(Instant time, @Nullable Boolean so) {
    if (so == null) {
      return;
    }
    Instant began = since;
    if (so && began == null) {
      since = time;
    } else if (!so && began != null) {
      ended.add(new Occurrence(kind, began, time));
      since = null;
      if (ended.size() > MOST) {
        ended.remove();
      }
    }
  }

  /// What was not over before this moment, oldest first.
  List<Occurrence> overlapping(Instant from) {
    Instant began = since;
    if (began != null) {
      ended.add(new Occurrence(kind, began, null));
      since = null;
    }
    return ended.stream()
        .filter(one -> {
          Instant end = one.until();
          return end == null || end.isAfter(from);
        })
        .toList();
  }
}
