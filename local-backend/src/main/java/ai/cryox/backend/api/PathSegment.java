package ai.cryox.backend.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// An id as it stands in an address.
final class PathSegment {
  private PathSegment() {}

  /// Percent-encoded, so that it is one segment whatever it holds.
  static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
