package ai.cryox.backend.api;

import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The JSON objects that callers send. An unknown member is refused, not skipped: a misspelt
/// `temperatureHigh` would otherwise leave a room without a limit.
final class RequestBody {
  /// Usually nothing longer is read, bytes.
  static final int LONGEST = 64 * 1024;

  /// The longest body that any route takes, bytes: a direct method's, see {@link DownstreamBody}.
  static final int LONGEST_OF_ALL = 256 * 1024;

  /// Nobody keeps one of the few threads by sending slowly.
  private static final long SLOWEST_NANOS = 10_000_000_000L;

  /// Under this name a request carries its body once it was read.
  private static final String READ = "cryox.body";

  private RequestBody() {}

  /// The seed's device configuration: `samplingRate` in seconds and `alertThresholds`.
  static DeviceConfiguration configuration(Context ctx) {
    byte[] body = read(ctx, LONGEST);
    return parse(body, RequestBody::configuration);
  }

  /// What somebody says when acknowledging; empty if they send no body or no `comment`.
  static String comment(Context ctx) {
    byte[] body = read(ctx, LONGEST);
    return body.length == 0 ? "" : parse(body, RequestBody::comment);
  }

  /// All routes, as the seed writes them.
  static List<Route> routes(Context ctx) {
    byte[] body = read(ctx, LONGEST);
    return parse(body, RouteJson::routes);
  }

  /// A message that might come.
  static Origin origin(Context ctx) {
    byte[] body = read(ctx, LONGEST);
    return parse(body, RouteJson::origin);
  }

  /// The whole body, as it came.
  static byte[] read(Context ctx) {
    return read(ctx, LONGEST);
  }

  /// The whole body, as long as any route takes one; {@link #read} gives it again afterwards.
  static byte[] readLong(Context ctx) {
    return read(ctx, LONGEST_OF_ALL);
  }

  /// @param longest nothing longer is read, bytes
  static byte[] read(Context ctx, int longest) {
    byte[] before = ctx.attribute(READ);
    byte[] body = before == null ? readStream(ctx, longest) : before;
    if (body.length > longest) {
      throw ProblemException.tooLarge(
          "The body must not be longer than %d KB.".formatted(longest / 1024));
    }
    ctx.attribute(READ, body);
    return body;
  }

  private static byte[] readStream(Context ctx, int longest) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    byte[] some = new byte[8 * 1024];
    long began = System.nanoTime();
    try (InputStream stream = ctx.req().getInputStream()) {
      int read = stream.read(some);
      while (read >= 0 && body.size() <= longest) {
        body.write(some, 0, read);
        if (System.nanoTime() - began > SLOWEST_NANOS) {
          throw ProblemException.timeout("The body must come whole within ten seconds.");
        }
        read = stream.read(some);
      }
      return body.toByteArray();
    } catch (IOException e) {
      throw ProblemException.badRequest("The body broke off before its end.");
    }
  }

  /// What is read from a body that is one JSON object, its first token consumed.
  interface Shape<T> {
    T read(JsonParser json);
  }

  /// Reads a body that must be one JSON object.
  static <T> T parse(byte[] body, Shape<T> shape) {
    try (JsonParser json = Json.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw ProblemException.badRequest("The body must be a JSON object.");
      }
      T value = shape.read(json);
      if (json.nextToken() != null) {
        throw ProblemException.badRequest("The body must be one JSON object and nothing more.");
      }
      return value;
    } catch (JacksonException e) {
      throw ProblemException.badRequest(
          "The body is not JSON that can be used: " + e.getOriginalMessage());
    }
  }

  private static DeviceConfiguration configuration(JsonParser json) {
    Integer samplingRate = null;
    AlertThresholds thresholds = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "samplingRate" -> samplingRate = wholeNumber(json, token);
        case "alertThresholds" -> thresholds = thresholds(json, token);
        default -> throw unknown(name);
      }
    }
    return new DeviceConfiguration(samplingRate, thresholds);
  }

  private static @Nullable Integer wholeNumber(JsonParser json, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw ProblemException.badRequest("samplingRate must be a whole number of seconds.");
    }
    return json.getIntValue();
  }

  /// A pair of limits; `null` if neither is given.
  static @Nullable AlertThresholds thresholds(JsonParser json, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.START_OBJECT) {
      throw ProblemException.badRequest("alertThresholds must be an object.");
    }
    Double high = null;
    Double low = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken value = json.nextToken();
      switch (name) {
        case "temperatureHigh" -> high = degrees(json, name, value);
        case "temperatureLow" -> low = degrees(json, name, value);
        default -> throw unknown("alertThresholds." + name);
      }
    }
    return high == null && low == null ? null : new AlertThresholds(high, low);
  }

  private static @Nullable Double degrees(JsonParser json, String name, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!token.isNumeric()) {
      throw ProblemException.badRequest(name + " must be a number of degrees Celsius.");
    }
    return json.getDoubleValue();
  }

  private static String comment(JsonParser json) {
    String comment = "";
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      if (!name.equals("comment")) {
        throw unknown(name);
      }
      if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NULL) {
        throw ProblemException.badRequest("comment must be a text.");
      }
      comment = token == JsonToken.VALUE_NULL ? "" : json.getString();
    }
    return comment;
  }

  /// A member that nobody knows.
  static ProblemException unknown(String name) {
    return ProblemException.badRequest("The body has an unknown member '%s'.".formatted(name));
  }
}
