package ai.cryox.backend.control;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Named texts on the wire: `{"name":"text",…}`, and rows of them: `{"rows":[{…},…]}`.
public final class ControlJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ControlJson() {}

  /// One object, as UTF-8.
  public static byte[] write(Map<String, String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(json, texts);
    }
    return bytes.toByteArray();
  }

  /// Rows, as UTF-8.
  public static byte[] writeRows(List<Map<String, String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("rows");
      rows.forEach(row -> write(json, row));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Map<String, String> texts) {
    json.writeStartObject();
    texts.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  /// Reads one object; a member that is no text is left out.
  ///
  /// @throws IllegalArgumentException if it is none, with a sentence
  public static Map<String, String> read(byte[] utf8) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      Map<String, String> texts = texts(json);
      require(json.nextToken() == null);
      return texts;
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "This is no JSON object of texts: " + broken.getOriginalMessage() + ".", broken);
    }
  }

  /// Reads rows.
  ///
  /// @throws IllegalArgumentException if there are none, with a sentence
  public static List<Map<String, String>> readRows(byte[] utf8) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      require(json.nextToken() == JsonToken.START_OBJECT);
      require("rows".equals(json.nextName()) && json.nextToken() == JsonToken.START_ARRAY);
      List<Map<String, String>> rows = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        rows.add(texts(json));
      }
      return rows;
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "These are no rows of texts: " + broken.getOriginalMessage() + ".", broken);
    }
  }

  private static Map<String, String> texts(JsonParser json) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }

  private static void require(boolean asExpected) {
    if (!asExpected) {
      throw new IllegalArgumentException("This is no JSON object of texts.");
    }
  }
}
