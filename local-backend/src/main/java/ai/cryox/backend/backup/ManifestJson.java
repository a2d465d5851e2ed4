package ai.cryox.backend.backup;

import ai.cryox.backend.backup.Manifest.Entry;
import ai.cryox.backend.store.CheckReport;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The manifest as JSON. Members that a later version added are skipped.
final class ManifestJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ManifestJson() {}

  static byte[] write(Manifest manifest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("format", Manifest.FORMAT);
      json.writeStringProperty("product", manifest.product());
      json.writeStringProperty("createdAt", manifest.createdAt().toString());
      json.writeObjectPropertyStart("content");
      CheckReport content = manifest.content();
      json.writeNumberProperty("readings", content.readings());
      json.writeNumberProperty("telemetry", content.telemetry());
      json.writeNumberProperty("statuses", content.statuses());
      json.writeNumberProperty("series", content.series());
      json.writeNumberProperty("chunks", content.chunks());
      json.writeNumberProperty("findings", content.findings());
      json.writeEndObject();
      json.writeArrayPropertyStart("files");
      manifest.files().forEach(file -> write(file, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(Entry file, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", file.name());
    json.writeNumberProperty("bytes", file.bytes());
    json.writeStringProperty("sha256", file.sha256());
    json.writeEndObject();
  }

  /// @throws IllegalArgumentException with the reason, if it is no manifest of this format
  static Manifest read(byte[] utf8) {
    Map<String, String> values = new HashMap<>();
    List<Map<String, String>> files = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      require(json.nextToken() == JsonToken.START_OBJECT, "its manifest is no JSON object");
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_ARRAY && name.equals("files")) {
          readFiles(json, files);
        } else if (token == JsonToken.START_OBJECT && name.equals("content")) {
          values.putAll(scalars(json));
        } else if (token.isStructStart()) {
          json.skipChildren();
        } else {
          values.put(name, json.getString());
        }
      }
    } catch (JacksonException garbled) {
      throw new IllegalArgumentException("its manifest is garbled", garbled);
    }
    return manifest(values, files);
  }

  private static void readFiles(JsonParser json, List<Map<String, String>> into) {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      into.add(scalars(json));
    }
  }

  private static Map<String, String> scalars(JsonParser json) {
    Map<String, String> values = new HashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (json.nextToken().isStructStart()) {
        json.skipChildren();
      } else {
        values.put(name, json.getString());
      }
    }
    return values;
  }

  private static Manifest manifest(Map<String, String> values, List<Map<String, String>> files) {
    long format = number(values, "format");
    require(
        format == Manifest.FORMAT,
        "it is of format %d, which this version of Cryox does not know".formatted(format));
    CheckReport content =
        new CheckReport(
            number(values, "readings"),
            number(values, "telemetry"),
            number(values, "statuses"),
            number(values, "series"),
            number(values, "chunks"),
            number(values, "findings"));
    List<Entry> entries =
        files.stream()
            .map(file -> new Entry(text(file, "name"), number(file, "bytes"), text(file, "sha256")))
            .toList();
    return new Manifest(text(values, "product"), time(values, "createdAt"), content, entries);
  }

  private static String text(Map<String, String> values, String name) {
    String text = values.get(name);
    if (text == null) {
      throw new IllegalArgumentException("its manifest lacks %s".formatted(name));
    }
    return text;
  }

  private static long number(Map<String, String> values, String name) {
    try {
      return Long.parseLong(text(values, name));
    } catch (NumberFormatException nonsense) {
      throw new IllegalArgumentException(
          "its manifest's %s is no number".formatted(name), nonsense);
    }
  }

  private static Instant time(Map<String, String> values, String name) {
    try {
      return Instant.parse(text(values, name));
    } catch (DateTimeException nonsense) {
      throw new IllegalArgumentException("its manifest's %s is no time".formatted(name), nonsense);
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
