package ai.cryox.backend.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Says of an address that it is only an alias, since when, until when, and what it is an alias of
/// (RFC 9745, RFC 8594, RFC 8288).
final class DeprecatedAlias implements Handler {
  /// When the addresses without the doubled word came.
  static final Instant SINCE = Instant.parse("2026-11-23T00:00:00Z");

  /// Before this nobody takes the aliases away.
  static final Instant UNTIL = Instant.parse("2029-12-31T23:59:59Z");

  private final String alias;

  /// @param alias what the addresses begin with instead of the root
  DeprecatedAlias(String alias) {
    this.alias = alias;
  }

  @Override
  public void handle(Context ctx) {
    ctx.header("Deprecation", "@" + SINCE.getEpochSecond());
    ctx.header(
        "Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(UNTIL.atOffset(ZoneOffset.UTC)));
    String address = ctx.req().getRequestURI();
    if (address.startsWith(alias)) {
      ctx.header(
          "Link",
          "<%s%s>; rel=\"successor-version\""
              .formatted(ApiServer.ROOT, address.substring(alias.length())));
    }
  }
}
