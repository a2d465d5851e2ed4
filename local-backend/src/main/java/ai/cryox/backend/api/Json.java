package ai.cryox.backend.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// JSON in and out, streaming. A member without a value is left out, never written as `null`.
final class Json {
  static final String MEDIA_TYPE = "application/json";

  /// A member that comes twice is an error: silently taking the last could lose a limit.
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  /// One object, its members written by the caller, as UTF-8.
  static byte[] object(Consumer<JsonGenerator> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /// Answers 200 with one object.
  static void answer(Context ctx, Consumer<JsonGenerator> members) {
    answer(ctx, 200, members);
  }

  /// Answers with one object.
  static void answer(Context ctx, int status, Consumer<JsonGenerator> members) {
    ctx.status(status).contentType(MEDIA_TYPE).result(object(members));
  }

  /// A value that is JSON already.
  static void raw(JsonGenerator json, byte[] utf8) {
    json.writeRawValue(new String(utf8, StandardCharsets.UTF_8));
  }

  static JsonGenerator generator(Writer text) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), text);
  }

  static JsonParser parser(byte[] utf8) {
    return FACTORY.createParser(ObjectReadContext.empty(), utf8);
  }

  static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  static void time(JsonGenerator json, String name, @Nullable Instant value) {
    text(json, name, value == null ? null : value.toString());
  }

  /// NaN stands for a value that does not exist, as in core.
  static void number(JsonGenerator json, String name, @Nullable Double value) {
    if (value != null && Double.isFinite(value)) {
      json.writeNumberProperty(name, value);
    }
  }
}
