package ai.cryox.backend.api;

import ai.cryox.core.downstream.Twin;
import io.javalin.http.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A twin's ETag: the version of its desired properties, which is what `If-Match` is meant to
/// protect.
final class TwinTag {
  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

  private TwinTag() {}

  static String of(Twin twin) {
    return "\"" + twin.desiredVersion() + "\"";
  }

  /// @return the version that `If-Match` names; `null` = any will do
  static @Nullable Long wanted(Context ctx) {
    String text = ctx.header("If-Match");
    if (text == null || text.equals("*")) {
      return null;
    }
    Matcher matcher = VERSION.matcher(text);
    if (matcher.matches()) {
      return Long.valueOf(matcher.group(1));
    }
    throw ProblemException.badRequest(
        "If-Match must be the ETag of the twin, such as \"5\", or *, not %s.".formatted(text));
  }
}
