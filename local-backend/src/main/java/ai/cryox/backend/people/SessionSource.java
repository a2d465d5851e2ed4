package ai.cryox.backend.people;

import ai.cryox.core.backend.Session;
import ai.cryox.core.people.SignedIn;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens sessions.
@FunctionalInterface
public interface SessionSource {
  /// The session of somebody who has proved who they are.
  ///
  /// @param who as they are at the moment of asking
  /// @param address where they sit, or `null` at this machine
  Session of(Supplier<SignedIn> who, @Nullable String address);
}
