package ai.cryox.backend.twin;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes what devices are told, as JSON in UTF-8.
final class TwinWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private TwinWriter() {}

  /// An object.
  static byte[] object(TwinValue.Group group) {
    return json(json -> write(json, group));
  }

  /// An object with its version.
  static byte[] versioned(TwinValue.Group group, long version) {
    return json(json -> writeVersioned(json, group, version));
  }

  /// A whole twin.
  static byte[] twin(TwinDocument twin) {
    return json(json -> {
      json.writeStartObject();
      json.writeName("desired");
      writeVersioned(json, twin.desired().members(), twin.desired().version());
      json.writeName("reported");
      writeVersioned(json, twin.reported().members(), twin.reported().version());
      json.writeEndObject();
    });
  }

  /// An error as IoT Hub writes it.
  static byte[] problem(int status, String sentence) {
    return json(json -> {
      json.writeStartObject();
      json.writeNumberProperty("errorCode", status);
      json.writeStringProperty("message", sentence);
      json.writeEndObject();
    });
  }

  /// A string.
  static byte[] string(String value) {
    return json(json -> json.writeString(value));
  }

  private static byte[] json(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      content.accept(json);
    }
    return bytes.toByteArray();
  }

  private static void writeVersioned(JsonGenerator json, TwinValue.Group group, long version) {
    json.writeStartObject();
    writeMembers(json, group);
    json.writeNumberProperty("$version", version);
    json.writeEndObject();
  }

  private static void writeMembers(JsonGenerator json, TwinValue.Group group) {
    group
        .members()
        .forEach((name, value) -> {
          json.writeName(name);
          write(json, value);
        });
  }

  private static void write(JsonGenerator json, TwinValue value) {
    switch (value) {
      case TwinValue.Group group -> {
        json.writeStartObject();
        writeMembers(json, group);
        json.writeEndObject();
      }
      case TwinValue.Sequence sequence -> {
        json.writeStartArray();
        sequence.items().forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case TwinValue.Text text -> json.writeString(text.text());
      case TwinValue.Numeral numeral -> json.writeNumber(numeral.number());
      case TwinValue.Flag flag -> json.writeBoolean(flag.isTrue());
      case TwinValue.Nothing nothing -> json.writeNull();
    }
  }
}
