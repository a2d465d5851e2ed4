package ai.cryox.backend.api;

import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.people.ForbiddenException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.eclipse.jetty.http.HttpStatus;

/// Who was not let in, and who may not, as problem documents with one member more: `reason` or
/// `action`, so that a program need not read the sentence.
final class PeopleProblems {
  private PeopleProblems() {}

  static void register(RoutesConfig routes) {
    routes.exception(
        ForbiddenException.class,
        (e, ctx) -> answer(ctx, 403, String.valueOf(e.getMessage()), "action", e.action().name()));
    routes.exception(
        SignInRefusedException.class,
        (e, ctx) ->
            answer(
                ctx,
                e.reason() == Reason.NOT_ALLOWED ? 403 : 401,
                String.valueOf(e.getMessage()),
                "reason",
                e.reason().name()));
  }

  private static void answer(Context ctx, int status, String detail, String name, String word) {
    if (status == 401) {
      ctx.header("WWW-Authenticate", TokenCallers.CHALLENGE);
    }
    ctx.status(status)
        .contentType(Problems.MEDIA_TYPE)
        .result(
            Json.object(json -> {
              json.writeStringProperty("type", "about:blank");
              json.writeStringProperty("title", HttpStatus.getMessage(status));
              json.writeNumberProperty("status", status);
              json.writeStringProperty("detail", detail);
              json.writeStringProperty("instance", ctx.req().getRequestURI());
              json.writeStringProperty("traceId", Problems.traceId(ctx.header("traceparent")));
              json.writeStringProperty(name, word);
            }));
  }
}
