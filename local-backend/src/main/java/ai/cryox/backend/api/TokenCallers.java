package ai.cryox.backend.api;

import ai.cryox.backend.people.Reception;
import ai.cryox.core.backend.Session;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Finds a caller's session by the access token that each request shows. While there is no account
/// nobody needs one: whoever calls from this machine has the desk's session then. Never blocks.
final class TokenCallers implements Callers {
  /// Goes with a 401: how to say who one is.
  static final String CHALLENGE = "Bearer realm=\"cryox\"";

  private static final String SCHEME = "Bearer ";
  private static final String FOUND = TokenCallers.class.getName();

  private final @Nullable Reception reception;
  private final Session desk;

  /// @param reception `null` = there are no accounts and never will be
  /// @param desk of whoever sits at this machine
  TokenCallers(@Nullable Reception reception, Session desk) {
    this.reception = reception;
    this.desk = desk;
  }

  @Override
  public Session of(Context ctx) {
    Reception open = reception;
    String token = open == null ? null : tokenOf(ctx);
    if (open == null || (token == null && !open.hasAccounts())) {
      return onThisMachine(ctx);
    }
    Session before = ctx.attribute(FOUND);
    if (before != null) {
      // Whether the sign-in goes on is asked at each look at its rights.
      return before;
    }
    if (token == null) {
      ctx.header("WWW-Authenticate", CHALLENGE);
      throw ProblemException.unauthorized(
          "Say who you are: POST /api/v1/session gives a token, to be sent as Authorization:"
              + " Bearer.");
    }
    Session found = open.session(token, ctx.ip());
    ctx.attribute(FOUND, found);
    return found;
  }

  /// The access token that a request shows, or `null`.
  static @Nullable String tokenOf(Context ctx) {
    String shown = ctx.header("Authorization");
    return shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? shown.substring(SCHEME.length()).strip()
        : null;
  }

  private Session onThisMachine(Context ctx) {
    if (RateLimit.isOfThisMachine(ctx.ip())) {
      return desk;
    }
    throw ProblemException.unauthorized(
        "There are no accounts yet, so nobody can sign in from another machine. Make the first on"
            + " the server itself: cryox user add.");
  }
}
