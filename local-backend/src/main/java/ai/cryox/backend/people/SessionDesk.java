package ai.cryox.backend.people;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.people.StoredSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Sign-ins that go on from request to request. Changes belong to the pipeline's thread; which ones
/// are open may be asked by any.
final class SessionDesk {
  /// One that nobody renews for so long is over.
  static final Duration IDLE = Duration.ofHours(12);

  /// After so long everybody signs in again.
  static final Duration LONGEST = Duration.ofDays(7);

  /// An answer may get lost on the way: for so long the renewal before the newest gets it again.
  static final Duration GRACE = Duration.ofSeconds(30);

  private static final int ID_BYTES = 18;

  private final Map<String, StoredSession> all = new HashMap<>();
  private final Map<String, StoredSession> durable = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /// @param stored those that were not ended
  SessionDesk(Collection<StoredSession> stored) {
    stored.forEach(session -> {
      all.put(session.sessionId(), session);
      durable.put(session.sessionId(), session);
    });
  }

  /// An open sign-in; any thread.
  @Nullable StoredSession open(String sessionId, Instant now) {
    StoredSession session = durable.get(sessionId);
    return session == null || isOver(session, now) ? null : session;
  }

  private static boolean isOver(StoredSession session, Instant now) {
    return session.endedAt() != null
        || !now.isBefore(session.renewedAt().plus(IDLE))
        || !now.isBefore(session.beganAt().plus(LONGEST));
  }

  /// Begins one.
  StoredSession begin(String userId, Batch batch) {
    forgetOld(batch);
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String sessionId = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    StoredSession session = new StoredSession(sessionId, userId, 0, batch.now(), batch.now(), null);
    put(session, batch);
    return session;
  }

  /// What became of an attempt to go on.
  enum Renewal {
    /// It goes on, with the newest generation.
    RENEWED,
    /// It was over, or there never was one.
    OVER,
    /// Somebody showed what had been renewed already: one of two is a thief, so it is ended.
    REUSED
  }

  /// Goes on with a sign-in.
  ///
  /// @param generation the one that is shown
  Renewal renew(String sessionId, int generation, Batch batch) {
    StoredSession session = all.get(sessionId);
    if (session == null || isOver(session, batch.now())) {
      return Renewal.OVER;
    }
    if (generation == session.generation()) {
      put(session.renewed(batch.now()), batch);
      return Renewal.RENEWED;
    }
    boolean lost =
        generation == session.generation() - 1
            && batch.now().isBefore(session.renewedAt().plus(GRACE));
    if (lost) {
      return Renewal.RENEWED;
    }
    end(sessionId, batch);
    return Renewal.REUSED;
  }

  /// The newest of a sign-in. Pipeline's thread.
  @Nullable StoredSession find(String sessionId) {
    return all.get(sessionId);
  }

  /// Ends one; does nothing if it is over.
  ///
  /// @return whether it was open
  boolean end(String sessionId, Batch batch) {
    StoredSession session = all.get(sessionId);
    if (session == null || session.endedAt() != null) {
      return false;
    }
    boolean open = !isOver(session, batch.now());
    put(session.ended(batch.now()), batch);
    return open;
  }

  /// Ends all of one person.
  void endAll(String userId, Batch batch) {
    List.copyOf(all.values()).stream()
        .filter(session -> session.userId().equals(userId))
        .forEach(session -> end(session.sessionId(), batch));
  }

  private void forgetOld(Batch batch) {
    List.copyOf(all.values()).stream()
        .filter(session -> isOver(session, batch.now()))
        .forEach(session -> end(session.sessionId(), batch));
  }

  private void put(StoredSession session, Batch batch) {
    batch.signIns.put(session.sessionId(), session);
    if (session.endedAt() == null) {
      all.put(session.sessionId(), session);
      batch.whenDurable.add(() -> durable.put(session.sessionId(), session));
    } else {
      all.remove(session.sessionId());
      batch.whenDurable.add(() -> durable.remove(session.sessionId()));
    }
  }
}
