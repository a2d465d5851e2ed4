package ai.cryox.backend.api;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.people.ForbiddenException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every failure as an RFC 9457 problem document. `type` is `about:blank`: the status says what
/// kind of problem it is, `detail` says it in a sentence, `traceId` finds it in the log.
final class Problems {
  static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /// W3C Trace Context: version, trace id, parent id, flags.
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private static final String NO_TRACE = "0".repeat(32);

  private Problems() {}

  /// Maps exceptions to problems; the most particular class wins.
  static void register(RoutesConfig routes) {
    routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e.status(), e.detail()));
    routes.exception(
        BadTokenException.class,
        (e, ctx) -> answer(ctx, 400, "continuationToken does not belong to this query."));
    routes.exception(
        RefusedException.class,
        (e, ctx) -> answer(ctx, e.reason().status(), String.valueOf(e.getMessage())));
    routes.exception(
        ForbiddenException.class, (e, ctx) -> answer(ctx, 403, String.valueOf(e.getMessage())));
    routes.exception(BackendException.class, Problems::unavailable);
    routes.exception(HttpResponseException.class, Problems::refusedByRouter);
    routes.exception(Exception.class, Problems::failed);
  }

  /// The same handler, whose errors (`StackOverflowError` …) are answered like its exceptions:
  /// Javalin would answer them with an empty body.
  static Handler catchingErrors(Handler handler) {
    return ctx -> {
      try {
        handler.handle(ctx);
      } catch (Error e) {
        failed(e, ctx);
      }
    };
  }

  private static void unavailable(BackendException e, Context ctx) {
    String traceId = traceId(ctx);
    LOG.warn("{} {} [traceId {}]", ctx.path(), e.getMessage(), traceId, e);
    answer(ctx, 503, String.valueOf(e.getMessage()), traceId);
  }

  private static void refusedByRouter(HttpResponseException e, Context ctx) {
    if (e instanceof MethodNotAllowedResponse) {
      String allowed = String.join(", ", e.getDetails().values());
      ctx.header("Allow", allowed);
      answer(ctx, 405, "This address does not take %s.".formatted(ctx.method().name()));
    } else if (e.getStatus() == 404) {
      answer(ctx, 404, "There is nothing at this address. GET /api/v1 lists what there is.");
    } else {
      answer(ctx, e.getStatus(), sentence(e.getStatus()));
    }
  }

  private static void failed(Throwable e, Context ctx) {
    String traceId = traceId(ctx);
    LOG.error("{} {} failed [traceId {}]", ctx.method(), ctx.path(), traceId, e);
    String detail = "This is a fault of ours, not of your request. The log has it by its traceId.";
    answer(ctx, 500, detail, traceId);
  }

  private static void answer(Context ctx, int status, String detail) {
    answer(ctx, status, detail, traceId(ctx));
  }

  private static void answer(Context ctx, int status, String detail, String traceId) {
    ctx.status(status)
        .contentType(MEDIA_TYPE)
        .result(document(status, detail, ctx.req().getRequestURI(), traceId));
  }

  /// The document itself, as UTF-8.
  static byte[] document(int status, String detail, String instance, String traceId) {
    return Json.object(json -> {
      json.writeStringProperty("type", "about:blank");
      json.writeStringProperty("title", HttpStatus.getMessage(status));
      json.writeNumberProperty("status", status);
      json.writeStringProperty("detail", detail);
      json.writeStringProperty("instance", instance);
      json.writeStringProperty("traceId", traceId);
    });
  }

  /// What can be said of a status alone.
  static String sentence(int status) {
    return "The server answers %d %s.".formatted(status, HttpStatus.getMessage(status));
  }

  private static String traceId(Context ctx) {
    return traceId(ctx.header("traceparent"));
  }

  /// The caller's trace id (W3C `traceparent`) or a new one: 32 hexadecimal digits.
  static String traceId(@Nullable String traceparent) {
    if (traceparent != null) {
      Matcher matcher = TRACEPARENT.matcher(traceparent);
      if (matcher.matches() && !matcher.group(1).equals(NO_TRACE)) {
        return matcher.group(1);
      }
    }
    return UUID.randomUUID().toString().replace("-", "");
  }
}
