package ai.cryox.backend.api;

import io.javalin.http.Context;
import java.time.Duration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What somebody says who puts an alarm aside: `reason`, and for the shelf `minutes`.
///
/// @param lasting nothing if no `minutes` were said
/// @param reason empty if none was said
record HoldBody(Duration lasting, String reason) {
  static HoldBody read(Context ctx) {
    byte[] body = RequestBody.read(ctx);
    return body.length == 0
        ? new HoldBody(Duration.ZERO, "")
        : RequestBody.parse(body, HoldBody::read);
  }

  private static HoldBody read(JsonParser json) {
    Duration lasting = Duration.ZERO;
    String reason = "";
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "minutes" -> lasting = minutes(json, token);
        case "reason" -> reason = text(json, token);
        default -> throw RequestBody.unknown(name);
      }
    }
    return new HoldBody(lasting, reason);
  }

  private static Duration minutes(JsonParser json, JsonToken token) {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw ProblemException.badRequest("minutes must be a whole number.");
    }
    return Duration.ofMinutes(json.getIntValue());
  }

  private static String text(JsonParser json, JsonToken token) {
    if (token != JsonToken.VALUE_STRING) {
      throw ProblemException.badRequest("reason must be a text.");
    }
    return json.getString();
  }
}
