package ai.cryox.backend.api;

import ai.cryox.backend.promise.KeptAnswer;
import ai.cryox.backend.promise.Promises;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.ForbiddenException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Does a POST with an `Idempotency-Key` once, however often it is sent: who sends it again within
/// 24 hours gets the first answer again, also after a restart. The same key with another request is
/// a 422; while the first is under way, a 409. What was refused has changed nothing, is not
/// remembered and may be tried again with the same key.
///
/// A request is remembered before it is done. If the server stops in between, nobody knows how it
/// ended; then sending it again is a 409 as well, and the caller must look.
final class IdempotentPosts {
  /// The header that names a request.
  static final String KEY = "Idempotency-Key";

  /// Answers that may hold secrets are not kept on disk.
  private static final List<String> EXEMPT =
      List.of(
          ApiServer.ROOT + "/control/",
          ApiServer.ROOT + "/session",
          ApiServer.ROOT + "/people",
          SessionRoutes.TOKEN);

  /// Of a signature not even the fingerprint is kept: somebody could try passwords on it.
  private static final String SIGNATURES = "/signatures";

  /// Longer answers come from questions, which may be asked again.
  private static final int LONGEST_ANSWER = 64 * 1024;

  /// A string of RFC 8941, or the same without its quotes.
  private static final Pattern NAME =
      Pattern.compile("\"([ !#-\\[\\]-~]{1,200})\"|([!#-~]{1,200})");

  private final Promises promises;
  private final Callers callers;
  private final InstantSource clock;
  private final Set<List<String>> underWay = ConcurrentHashMap.newKeySet();

  IdempotentPosts(Promises promises, Callers callers, InstantSource clock) {
    this.promises = promises;
    this.callers = callers;
    this.clock = clock;
  }

  /// The same handler, done once for each key.
  Handler once(Handler handler) {
    return ctx -> handle(ctx, handler);
  }

  private void handle(Context ctx, Handler handler) throws Exception {
    String header = ctx.header(KEY);
    if (header == null || isExempt(ctx.path())) {
      handler.handle(ctx);
      return;
    }
    String key = name(header);
    String caller = callers.of(ctx).who().userId();
    byte[] fingerprint = fingerprint(ctx);
    List<String> request = List.of(caller, key);
    if (!underWay.add(request)) {
      throw ProblemException.conflict(
          "The first request with this Idempotency-Key is still under way. Wait for its answer.");
    }
    try {
      Instant now = clock.instant();
      Optional<KeptAnswer> kept = promises.find(caller, key, now);
      if (kept.isPresent()) {
        answerAgain(ctx, kept.get(), fingerprint);
      } else {
        begin(ctx, handler, new KeptAnswer(caller, key, fingerprint, now, null));
      }
    } finally {
      underWay.remove(request);
    }
  }

  private static boolean isExempt(String path) {
    return EXEMPT.stream().anyMatch(path::startsWith)
        || (path.startsWith(ReportRoutes.ADDRESS) && path.endsWith(SIGNATURES));
  }

  private static String name(String header) {
    Matcher matcher = NAME.matcher(header);
    if (!matcher.matches()) {
      throw ProblemException.badRequest(
          "Idempotency-Key must be 1 to 200 visible characters, such as a UUID.");
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static byte[] fingerprint(Context ctx) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String target = ctx.path() + "?" + String.valueOf(ctx.queryString()) + "\n";
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      digest.update(String.valueOf(ctx.header("If-Match")).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      return digest.digest(RequestBody.readLong(ctx));
    } catch (NoSuchAlgorithmException never) {
      throw new AssertionError(never);
    }
  }

  private static void answerAgain(Context ctx, KeptAnswer kept, byte[] fingerprint) {
    if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
      throw ProblemException.unprocessable(
          "This Idempotency-Key was used at %s for another request. Use a new key for each."
              .formatted(kept.askedAt()));
    }
    KeptAnswer.Answer answer = kept.answer();
    if (answer == null) {
      throw ProblemException.conflict(
          "The server stopped while it did this at %s; look whether it was done. Use a new Idempotency-Key to do it again."
              .formatted(kept.askedAt()));
    }
    ctx.status(answer.status()).header("Idempotency-Replayed", "true");
    header(ctx, "Content-Type", answer.mediaType());
    header(ctx, "ETag", answer.etag());
    header(ctx, "Location", answer.location());
    if (answer.body().length > 0) {
      ctx.result(answer.body());
    }
  }

  private static void header(Context ctx, String name, @Nullable String value) {
    if (value != null) {
      ctx.header(name, value);
    }
  }

  private void begin(Context ctx, Handler handler, KeptAnswer request) throws Exception {
    try {
      promises.keep(request);
    } catch (BackendException notStored) {
      // It may still be stored later; but nothing was done yet.
      promises.forgetLater(request.caller(), request.key());
      throw notStored;
    }
    try {
      handler.handle(ctx);
    } catch (ProblemException | ForbiddenException | IllegalArgumentException refused) {
      try {
        promises.forget(request.caller(), request.key());
      } catch (BackendException notForgotten) {
        refused.addSuppressed(notForgotten);
      }
      throw refused;
    }
    byte[] body = body(ctx);
    if (ctx.statusCode() >= 400 || body.length > LONGEST_ANSWER) {
      promises.forget(request.caller(), request.key());
    } else {
      promises.keep(
          request.answered(
              new KeptAnswer.Answer(
                  ctx.statusCode(),
                  body.length == 0 ? null : ctx.res().getContentType(),
                  ctx.res().getHeader("ETag"),
                  ctx.res().getHeader("Location"),
                  body)));
    }
  }

  private static byte[] body(Context ctx) {
    try (InputStream result = ctx.resultInputStream()) {
      if (result == null) {
        return new byte[0];
      }
      byte[] body = result.readAllBytes();
      ctx.result(body);
      return body;
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }
}
