package ai.cryox.core.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sign-in that goes on from request to request.
///
/// @param sessionId nobody can guess it
/// @param userId whose
/// @param generation how often it was renewed: only the newest renewal can be renewed again
/// @param beganAt when they signed in
/// @param renewedAt when it was last renewed
/// @param endedAt when it was ended before its time, or `null`
public record StoredSession(
    String sessionId,
    String userId,
    int generation,
    Instant beganAt,
    Instant renewedAt,
    @Nullable Instant endedAt) {
  /// The same, renewed.
  public StoredSession renewed(Instant at) {
    return new StoredSession(sessionId, userId, generation + 1, beganAt, at, endedAt);
  }

  /// The same, ended.
  public StoredSession ended(Instant at) {
    return new StoredSession(sessionId, userId, generation, beganAt, renewedAt, at);
  }
}
