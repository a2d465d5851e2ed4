package ai.cryox.backend.api;

import ai.cryox.core.backend.Session;
import io.javalin.http.Context;

/// Who asks: finds the session of a request, whose rights then hold for it. Any thread.
@FunctionalInterface
interface Callers {
  /// The caller's session.
  ///
  /// @throws ProblemException if the request does not say who asks, or not convincingly
  Session of(Context ctx);
}
