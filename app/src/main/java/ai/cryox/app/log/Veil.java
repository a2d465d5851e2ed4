package ai.cryox.app.log;

import java.util.regex.Pattern;

/// The last guard before a line is written: covers what looks like a secret, should some library's
/// message quote one.
final class Veil {
  private static final String COVER = "$1***";

  /// `password=…`, `"token": "…"`, `SharedAccessKey=…`, `sig=…` of a token.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:[a-z_-]*(?:password|passwd|passphrase|secret|token|api-?key|sharedaccesskey)"
              + "|\\bsig)\"?\\s*[=:]\\s*\"?)(?!\\*\\*\\*)[^\\s\"&,;})]+");

  /// `Authorization: Bearer …`.
  private static final Pattern BEARER =
      Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)[a-z0-9._~+/=-]{8,}");

  /// `//user:password@host`.
  private static final Pattern USER_INFO = Pattern.compile("(//[^/\\s:@]+:)[^/\\s@]+(?=@)");

  private Veil() {}

  static String over(String text) {
    String bearer = BEARER.matcher(text).replaceAll(COVER);
    String named = NAMED.matcher(bearer).replaceAll(COVER);
    return USER_INFO.matcher(named).replaceAll(COVER);
  }
}
