package ai.cryox.backend.people;

import ai.cryox.core.people.SignedIn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a caller gets who was let in.
///
/// @param access to be shown with each request
/// @param life how long that is good
/// @param refresh gets another one; good once. `null` for machines, which ask again
/// @param who they are
public record Passes(String access, Duration life, @Nullable String refresh, SignedIn who) {
  /// Without the tokens.
  @Override
  public String toString() {
    return "Passes[%s]".formatted(who.userId());
  }
}
