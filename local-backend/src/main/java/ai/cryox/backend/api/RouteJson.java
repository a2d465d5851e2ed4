package ai.cryox.backend.api;

import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.routing.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Routes in the API's words, which are the seed's: `name`, `source`, `condition`, `endpoint`, and
/// whether they are `enabled`.
final class RouteJson {
  /// The seed's and IoT Hub's only source that there is here.
  static final String SOURCE = "DeviceMessages";

  private RouteJson() {}

  /// The object's `routes`.
  static List<Route> routes(JsonParser json) {
    List<Route> routes = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      if (!name.equals("routes")) {
        throw RequestBody.unknown(name);
      }
      routes = list(json, token);
    }
    if (routes == null) {
      throw ProblemException.badRequest("The body must have a member routes, an array of routes.");
    }
    return routes;
  }

  private static List<Route> list(JsonParser json, JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      throw ProblemException.badRequest("routes must be an array of routes.");
    }
    List<Route> routes = new ArrayList<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next != JsonToken.START_OBJECT) {
        throw ProblemException.badRequest("A route must be an object.");
      }
      routes.add(route(json));
    }
    return routes;
  }

  private static Route route(JsonParser json) {
    Map<String, String> texts = new LinkedHashMap<>();
    boolean enabled = true;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "name", "source", "condition", "endpoint" -> texts.put(name, text(json, name, token));
        case "enabled" -> enabled = bool(token);
        default -> throw RequestBody.unknown("routes." + name);
      }
    }
    if (!texts.getOrDefault("source", SOURCE).equals(SOURCE)) {
      throw ProblemException.badRequest("source must be DeviceMessages: routes know no other.");
    }
    return new Route(
        required(texts, "name"),
        endpoint(required(texts, "endpoint")),
        required(texts, "condition"),
        enabled);
  }

  private static Endpoint endpoint(String name) {
    Endpoint endpoint = Endpoint.named(name);
    if (endpoint == null) {
      throw ProblemException.badRequest(
          "There is no endpoint '%s'; %s are there."
              .formatted(
                  name,
                  Arrays.stream(Endpoint.values())
                      .map(Endpoint::wireName)
                      .collect(Collectors.joining(", "))));
    }
    return endpoint;
  }

  /// A message that somebody asks about: `deviceId`, and, if they matter, `facilityId` for one that
  /// comes on the plain topic, and `properties`.
  static Origin origin(JsonParser json) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> properties = Map.of();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "deviceId", "facilityId" -> texts.put(name, text(json, name, token));
        case "properties" -> properties = properties(json, token);
        default -> throw RequestBody.unknown(name);
      }
    }
    return DeviceTopic.origin(required(texts, "deviceId"), texts.get("facilityId"), properties);
  }

  private static Map<String, String> properties(JsonParser json, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      throw ProblemException.badRequest("properties must be an object of texts.");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      properties.put(name, text(json, "properties." + name, json.nextToken()));
    }
    return properties;
  }

  private static String text(JsonParser json, String name, JsonToken token) {
    if (token != JsonToken.VALUE_STRING) {
      throw ProblemException.badRequest(name + " must be a text.");
    }
    return json.getString();
  }

  private static boolean bool(JsonToken token) {
    return switch (token) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw ProblemException.badRequest("enabled must be true or false.");
    };
  }

  private static String required(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw ProblemException.badRequest("A member %s is missing.".formatted(name));
    }
    return text;
  }
}
