package ai.cryox.backend.openapi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// The document that describes the API, OpenAPI 3.1. It is kept by hand: `document.json` holds what
/// is common, and a file for each subject its `paths` and `schemas`. A test holds it against the
/// addresses that are registered and against every answer of the API's tests.
public final class OpenApi {
  private static final String COMMON = "document";

  /// To add a subject, add its file here.
  private static final List<String> SUBJECTS =
      List.of(
          "readings",
          "alerts",
          "devices",
          "rules",
          "health",
          "live",
          "service",
          "people",
          "ledger",
          "console",
          "notebook",
          "calibrations",
          "reports",
          "schedules",
          "plans");

  private static final String FOLDER = "/ai/cryox/backend/api/openapi/";

  private OpenApi() {}

  /// The whole document, UTF-8.
  public static byte[] document() {
    return JsonDocument.write(merged());
  }

  /// The same as OpenAPI 3.0.3, for tools that know nothing newer, UTF-8.
  public static byte[] document30() {
    return JsonDocument.write(OpenApi30.of(merged()));
  }

  private static Map<String, Object> merged() {
    Map<String, Object> document = read(COMMON);
    Map<String, Object> paths = JsonDocument.inside(document, "paths");
    Map<String, Object> schemas =
        JsonDocument.inside(JsonDocument.inside(document, "components"), "schemas");
    for (String subject : SUBJECTS) {
      Map<String, Object> part = read(subject);
      add(JsonDocument.inside(part, "paths"), paths, subject);
      add(JsonDocument.inside(part, "schemas"), schemas, subject);
    }
    return document;
  }

  private static void add(Map<String, Object> from, Map<String, Object> to, String subject) {
    from.forEach((name, value) -> {
      if (to.putIfAbsent(name, value) != null) {
        throw new IllegalStateException(
            "%s is described in %s.json and elsewhere.".formatted(name, subject));
      }
    });
  }

  private static Map<String, Object> read(String name) {
    String file = FOLDER + name + ".json";
    try (InputStream stream = OpenApi.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new FileNotFoundException(file);
      }
      return JsonDocument.read(stream.readAllBytes());
    } catch (IOException missing) {
      throw new UncheckedIOException("The program is incomplete.", missing);
    }
  }
}
