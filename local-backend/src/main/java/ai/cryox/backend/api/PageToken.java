package ai.cryox.backend.api;

import ai.cryox.core.page.BadTokenException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/// A continuation token as the API hands it out: the session's own, and the period it was made for.
/// The period must travel along because its default depends on the clock: a caller who gave no
/// times would otherwise ask for another period with every page.
///
/// @param from start of the period, included
/// @param until end of the period, not included
/// @param token the session's
record PageToken(Instant from, Instant until, String token) {
  /// Opaque, and safe in a query as it is.
  String encoded() {
    String plain = from.toEpochMilli() + " " + until.toEpochMilli() + " " + token;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /// @throws BadTokenException if we never made such a token
  static PageToken decoded(String encoded) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 3);
      if (parts.length == 3) {
        return new PageToken(millis(parts[0]), millis(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadTokenException(encoded);
    }
    throw new BadTokenException(encoded);
  }

  private static Instant millis(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text));
  }
}
