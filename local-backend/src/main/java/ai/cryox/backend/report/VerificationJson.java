package ai.cryox.backend.report;

import ai.cryox.core.report.Check;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a verification found, for programs.
public final class VerificationJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private VerificationJson() {}

  /// One object: `subject`, `good`, and `checks` with `check`, `good` and `says` each.
  ///
  /// @param subject what was verified
  public static String text(String subject, List<Check> checks) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("subject", subject);
      json.writeBooleanProperty("good", checks.stream().allMatch(Check::good));
      json.writeArrayPropertyStart("checks");
      for (Check check : checks) {
        json.writeStartObject();
        json.writeStringProperty("check", check.name());
        json.writeBooleanProperty("good", check.good());
        json.writeStringProperty("says", check.sentence());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }
}
