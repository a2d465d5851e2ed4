package ai.cryox.connectors.payload;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// How JSON is parsed here.
final class WireJson {
  /// Messages of the wire are three levels deep.
  private static final int DEEPEST = 100;

  private static final int LONGEST_REASON = 160;

  private WireJson() {}

  /// Bare NaN and Infinity are let through the parser so that they cost one element, not the rest
  /// of the array; long names, strings and numbers are bounded by the payload's own length.
  static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build())
        .build();
  }

  /// A syntax error in one sentence.
  static String words(JacksonException broken) {
    String reason = broken.getOriginalMessage().replaceAll("[\\r\\n]+", " ");
    String cut =
        reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    TokenStreamLocation at = broken.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return "The payload is no valid JSON" + where + ": " + cut;
  }
}
