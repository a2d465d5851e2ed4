package ai.cryox.backend.relay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is published for a client that went without a word.
///
/// @param publication without the end of its time
/// @param delay from the loss of the connection; the end of the session comes before it
/// @param lifetime of the publication from its beginning, or `null` = it never expires
public record Will(Publication publication, Duration delay, @Nullable Duration lifetime) {
  Publication at(Instant now) {
    Duration time = lifetime;
    return time == null ? publication : publication.expiringAt(now.plus(time));
  }
}
