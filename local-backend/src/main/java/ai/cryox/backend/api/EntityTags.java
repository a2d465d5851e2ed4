package ai.cryox.backend.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// ETags of what people change together (RFC 9110): who shows with `If-Match` what they saw changes
/// it only if it is still that, and who shows it with `If-None-Match` is not sent it again.
final class EntityTags {
  private static final int BYTES = 12;

  private EntityTags() {}

  /// The tag of a representation: equal for equal bytes.
  static String of(byte[] representation) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(representation);
      return '"' + HexFormat.of().formatHex(hash, 0, BYTES) + '"';
    } catch (NoSuchAlgorithmException never) {
      throw new AssertionError(never);
    }
  }

  /// Answers with something of the past. Whoever asks may keep it for themselves, and must ask each
  /// time whether it is still so; whoever cannot ask may look at what they kept.
  static void answerPast(Context ctx, Consumer<JsonGenerator> members) {
    ctx.header("Cache-Control", "private, max-age=0");
    answer(ctx, Json.object(members));
  }

  /// Answers with a representation and its tag, or with 304 if the caller has it.
  static void answer(Context ctx, byte[] json) {
    answer(ctx, json, Json.MEDIA_TYPE);
  }

  /// The same with something that is no JSON.
  static void answer(Context ctx, byte[] representation, String mediaType) {
    String tag = of(representation);
    ctx.header("ETag", tag);
    String had = ctx.header("If-None-Match");
    if (ctx.method().equals(HandlerType.GET) && had != null && names(had, tag)) {
      ctx.status(304);
    } else {
      ctx.status(200).contentType(mediaType).result(representation);
    }
  }

  /// Refuses a change if the caller says what they saw, and it is not that any more.
  ///
  /// @param what for the sentence, such as `These routes`
  /// @param now the representation that the change would replace, or `null` if there is none
  static void require(Context ctx, String what, byte @Nullable [] now) {
    String match = ctx.header("If-Match");
    if (match != null && (now == null || !names(match, of(now)))) {
      throw ProblemException.preconditionFailed(
          now == null
              ? what + " does not exist, so it cannot be changed."
              : what + " changed meanwhile. Look again and decide anew.");
    }
    String none = ctx.header("If-None-Match");
    if (none != null && now != null && names(none, of(now))) {
      throw ProblemException.preconditionFailed(what + " exists already.");
    }
  }

  private static boolean names(String header, String tag) {
    return header.strip().equals("*")
        || Arrays.stream(header.split(",")).anyMatch(one -> one.strip().equals(tag));
  }
}
