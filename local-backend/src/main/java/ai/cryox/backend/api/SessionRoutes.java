package ai.cryox.backend.api;

import ai.cryox.backend.people.Passes;
import ai.cryox.backend.people.Reception;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Signing in and out, and who one is: `/api/v1/session`, `/api/v1/me`, and `/oauth2/token` for
/// programs.
final class SessionRoutes {
  static final String SESSION = ApiServer.ROOT + "/session";
  static final String ME = ApiServer.ROOT + "/me";
  static final String TOKEN = "/oauth2/token";

  private static final String BASIC = "Basic ";

  private final Callers callers;
  private final Reception reception;

  SessionRoutes(Callers callers, Reception reception) {
    this.callers = callers;
    this.reception = reception;
  }

  void register(RoutesConfig routes) {
    routes.post(SESSION, this::signIn);
    routes.post(SESSION + "/refresh", this::refresh);
    routes.delete(SESSION, this::signOut);
    routes.get(ME, this::me);
    routes.put(ME + "/password", this::changePassword);
    routes.post(TOKEN, this::machine);
  }

  private void signIn(Context ctx) {
    PeopleBody body = PeopleBody.read(ctx, Set.of("signInName", "password", "newPassword"));
    boolean another = body.texts().containsKey("newPassword");
    SignIn.Password given =
        new SignIn.Password(
            body.text("signInName"),
            body.secret("password"),
            another ? body.secret("newPassword") : null);
    Passes passes = sensible(() -> reception.signIn(given, ctx.ip()));
    Json.answer(ctx, 201, json -> PeopleJson.passes(json, passes));
  }

  /// What makes no sense is the caller's fault.
  static <T> T sensible(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException refused) {
      throw ProblemException.badRequest(String.valueOf(refused.getMessage()));
    }
  }

  private void refresh(Context ctx) {
    PeopleBody body = PeopleBody.read(ctx, Set.of("refreshToken"));
    Passes passes = reception.renew(body.text("refreshToken"), ctx.ip());
    Json.answer(ctx, json -> PeopleJson.passes(json, passes));
  }

  private void signOut(Context ctx) {
    PeopleBody body = PeopleBody.read(ctx, Set.of("refreshToken"));
    reception.signOut(TokenCallers.tokenOf(ctx), body.texts().get("refreshToken"), ctx.ip());
    ctx.status(204);
  }

  private void me(Context ctx) {
    Json.answer(ctx, json -> PeopleJson.person(json, callers.of(ctx).who()));
  }

  private void changePassword(Context ctx) {
    PeopleBody body = PeopleBody.read(ctx, Set.of("oldPassword", "newPassword"));
    sensible(() -> {
      callers
          .of(ctx)
          .people()
          .changeOwnPassword(body.secret("oldPassword"), body.secret("newPassword"));
      return true;
    });
    ctx.status(204);
  }

  /// OAuth 2.0 client credentials (RFC 6749, 4.4): the id and secret in the Authorization header or
  /// in the form.
  private void machine(Context ctx) {
    if (!"client_credentials".equals(ctx.formParam("grant_type"))) {
      oauthError(ctx, 400, "unsupported_grant_type");
      return;
    }
    Credentials given = credentials(ctx);
    if (given == null) {
      oauthError(ctx, 401, "invalid_client");
      return;
    }
    Passes passes;
    try {
      passes = reception.machine(given.clientId(), given.secret().toCharArray(), ctx.ip());
    } catch (SignInRefusedException refused) {
      oauthError(ctx, 401, "invalid_client");
      return;
    }
    Json.answer(
        ctx,
        json -> {
          json.writeStringProperty("access_token", passes.access());
          json.writeStringProperty("token_type", "Bearer");
          json.writeNumberProperty("expires_in", passes.life().toSeconds());
        });
  }

  private record Credentials(String clientId, String secret) {
    @Override
    public String toString() {
      return "Credentials[" + clientId + "]";
    }
  }

  private static @Nullable Credentials credentials(Context ctx) {
    String header = ctx.header("Authorization");
    if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return basic(header.substring(BASIC.length()).strip());
    }
    String clientId = ctx.formParam("client_id");
    String secret = ctx.formParam("client_secret");
    return clientId == null || secret == null ? null : new Credentials(clientId, secret);
  }

  private static @Nullable Credentials basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? null
          : new Credentials(
              URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8),
              URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException nonsense) {
      return null;
    }
  }

  /// RFC 6749, 5.2.
  private static void oauthError(Context ctx, int status, String error) {
    if (status == 401) {
      ctx.header("WWW-Authenticate", "Basic realm=\"cryox\"");
    }
    Json.answer(ctx, status, json -> json.writeStringProperty("error", error));
  }
}
