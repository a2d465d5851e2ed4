package ai.cryox.backend.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many requests each caller has left: a bucket for each of them that holds an hour's requests,
/// full at first, and fills again evenly over an hour. Remembers one number for each caller: when
/// their bucket will be full again. Any thread.
///
/// Of callers it remembers the last 10,000. Whoever was forgotten begins with a full bucket, so a
/// flood of new callers makes it more generous and never takes memory.
final class RateLimiter {
  /// What the quota is counted over.
  static final Duration WINDOW = Duration.ofHours(1);

  /// Callers that are remembered.
  static final int MOST_CALLERS = 10_000;

  private final int perWindow;
  private final long nanosEach;
  private final Map<String, Instant> fullAgain =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  /// @param perWindow requests an hour, at least 1
  RateLimiter(int perWindow) {
    this.perWindow = perWindow;
    this.nanosEach = WINDOW.toNanos() / perWindow;
  }

  /// What became of one request.
  ///
  /// @param allowed whether it may be answered
  /// @param left requests that may follow at once
  /// @param untilFull until the whole quota may be used again
  /// @param untilNext until one request may follow; zero if one may at once
  record Verdict(boolean allowed, int left, Duration untilFull, Duration untilNext) {}

  /// Requests an hour.
  int perWindow() {
    return perWindow;
  }

  /// Callers that are remembered now.
  synchronized int size() {
    return fullAgain.size();
  }

  /// One request of this caller. After the clock was set back a bucket is as if it had been emptied
  /// just now, at worst.
  synchronized Verdict take(String caller, Instant now) {
    Instant latest = now.plusNanos(nanosEach * perWindow);
    Instant full = fullAgain.getOrDefault(caller, now);
    full = full.isBefore(now) ? now : full.isAfter(latest) ? latest : full;
    Instant after = full.plusNanos(nanosEach);
    boolean allowed = !after.isAfter(latest);
    Instant then = allowed ? after : full;
    fullAgain.put(caller, then);
    long missing = Duration.between(now, then).toNanos();
    int left = (int) ((nanosEach * perWindow - missing) / nanosEach);
    long waiting = left > 0 ? 0 : missing - nanosEach * (perWindow - 1L);
    return new Verdict(allowed, left, Duration.ofNanos(missing), Duration.ofNanos(waiting));
  }
}
