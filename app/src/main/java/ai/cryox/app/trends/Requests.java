package ai.cryox.app.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a trend asked for: which answers it waits for, when it asked last, and who gave no answer.
/// One owner thread, the FX thread; only {@link #isWanted} may be called elsewhere.
///
/// A key is a pen's slot or, for marks, the id of a device.
final class Requests {
  /// Who did not answer is not asked again at once.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // Read by the background to see whether its work is still wanted.
  private final Map<Object, Wanted> pending = new ConcurrentHashMap<>();
  private final Map<Object, Instant> askedAt = new HashMap<>();
  private final Map<Object, Instant> failedAt = new HashMap<>();

  /// Asks; an earlier question with the same key is answered for nobody.
  Wanted ask(Wanted wanted, Instant now) {
    pending.put(wanted.key(), wanted);
    askedAt.put(wanted.key(), now);
    return wanted;
  }

  /// What is waited for, or `null`.
  @Nullable Wanted pending(Object key) {
    return pending.get(key);
  }

  /// How many answers are waited for.
  int waiting() {
    return pending.size();
  }

  /// Whether an answer is still waited for. Any thread.
  boolean isWanted(Wanted wanted) {
    return wanted.equals(pending.get(wanted.key()));
  }

  /// Takes an answer over.
  ///
  /// @return whether it was still waited for
  boolean answered(Wanted wanted) {
    return pending.remove(wanted.key(), wanted);
  }

  /// There was no answer.
  ///
  /// @return whether it was still waited for
  boolean failed(Wanted wanted, Instant now) {
    failedAt.put(wanted.key(), now);
    return pending.remove(wanted.key(), wanted);
  }

  boolean hasJustFailed(Object key, Instant now) {
    Instant at = failedAt.get(key);
    return at != null && now.isBefore(at.plus(PATIENCE));
  }

  boolean hasAnyJustFailed(Instant now) {
    return failedAt.keySet().stream().anyMatch(key -> hasJustFailed(key, now));
  }

  /// Whether it was asked for so long ago that it is asked for again.
  boolean isOld(Object key, Instant now, Duration refresh) {
    Instant at = askedAt.get(key);
    return at == null || !now.isBefore(at.plus(refresh));
  }

  /// What was answered holds no longer: it is asked for again.
  void outdate(Object key) {
    askedAt.remove(key);
  }

  /// Waits no more for answers with such keys.
  void withdraw(Predicate<Object> which) {
    pending.keySet().removeIf(which);
  }

  /// Waits for nothing any more.
  void withdrawAll() {
    pending.clear();
  }

  /// Also forgets that anything was ever asked.
  void forget() {
    pending.clear();
    askedAt.clear();
    failedAt.clear();
  }
}
