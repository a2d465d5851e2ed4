package ai.cryox.backend.promise;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request with an `Idempotency-Key`, and how it was answered.
///
/// @param caller whose key it is
/// @param key as the caller chose it
/// @param fingerprint of everything that the request asked for; another one is another request
/// @param askedAt when it first came
/// @param answer `null` while it is not known how it ended
public record KeptAnswer(
    String caller, String key, byte[] fingerprint, Instant askedAt, @Nullable Answer answer) {
  /// For how long an answer is kept.
  public static final Duration KEPT_FOR = Duration.ofHours(24);

  /// An answer as it was given.
  ///
  /// @param status HTTP status
  /// @param body empty if there was none
  public record Answer(
      int status,
      @Nullable String mediaType,
      @Nullable String etag,
      @Nullable String location,
      byte[] body) {}

  /// The same request, answered.
  public KeptAnswer answered(Answer how) {
    return new KeptAnswer(caller, key, fingerprint, askedAt, how);
  }
}
