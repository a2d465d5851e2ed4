package ai.cryox.backend.api;

import ai.cryox.core.downstream.DeviceMessage;
import ai.cryox.core.downstream.MethodCall;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The bodies that go on to a device. What is for the device is not judged here; what is for us
/// must have a name we know.
final class DownstreamBody {
  /// A direct method may carry 128 KB, the longest of all; escapes make it longer on its way.
  private static final int LONGEST = RequestBody.LONGEST_OF_ALL;

  private DownstreamBody() {}

  /// A patch as it stands.
  static String patch(Context ctx) {
    byte[] body = RequestBody.read(ctx, RequestBody.LONGEST);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.badRequest("The body is not UTF-8.");
    }
  }

  /// `payload`, any JSON value, and `responseTimeoutInSeconds`; both may be missing, and the body
  /// too.
  static MethodCall call(Context ctx, String name) {
    byte[] body = RequestBody.read(ctx, LONGEST);
    return body.length == 0
        ? new MethodCall(name, "null", MethodCall.DEFAULT_TIMEOUT)
        : RequestBody.parse(body, json -> call(json, name));
  }

  private static MethodCall call(JsonParser json, String name) {
    String payload = "null";
    Duration timeout = MethodCall.DEFAULT_TIMEOUT;
    for (String member = json.nextName(); member != null; member = json.nextName()) {
      json.nextToken();
      switch (member) {
        case "payload" -> payload = copy(json);
        case "responseTimeoutInSeconds" -> timeout = seconds(json, member);
        default -> throw RequestBody.unknown(member);
      }
    }
    return new MethodCall(name, payload, timeout);
  }

  private static String copy(JsonParser json) {
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = Json.generator(text)) {
      copy.copyCurrentStructure(json);
    }
    return text.toString();
  }

  private static Duration seconds(JsonParser json, String name) {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw ProblemException.badRequest(name + " must be a whole number of seconds.");
    }
    return Duration.ofSeconds(json.getIntValue());
  }

  /// `body`, a text; `properties`, texts by name; `timeToLiveInSeconds`.
  static DeviceMessage message(Context ctx) {
    return RequestBody.parse(RequestBody.read(ctx, LONGEST), DownstreamBody::message);
  }

  private static DeviceMessage message(JsonParser json) {
    String body = null;
    Map<String, String> properties = Map.of();
    Duration timeToLive = DeviceMessage.DEFAULT_TIME_TO_LIVE;
    for (String member = json.nextName(); member != null; member = json.nextName()) {
      json.nextToken();
      switch (member) {
        case "body" -> body = text(json, member);
        case "properties" -> properties = texts(json);
        case "timeToLiveInSeconds" -> timeToLive = seconds(json, member);
        default -> throw RequestBody.unknown(member);
      }
    }
    if (body == null) {
      throw ProblemException.badRequest("The message needs a body.");
    }
    return new DeviceMessage(body.getBytes(StandardCharsets.UTF_8), properties, timeToLive);
  }

  private static Map<String, String> texts(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw ProblemException.badRequest("properties must be an object.");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      texts.put(name, text(json, "properties." + name));
    }
    return texts;
  }

  private static String text(JsonParser json, String name) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw ProblemException.badRequest(name + " must be a text.");
    }
    return json.getString();
  }
}
