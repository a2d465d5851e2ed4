package ai.cryox.backend.control;

import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Session;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The calls `route/…`: each answers with the routes as they are then, `route/test` with those that
/// would take the message.
public final class RouteControl implements Control {
  /// How the names of a message's properties begin among the named texts.
  public static final String PROPERTY = "property.";

  private final Session session;

  /// @param session of whoever calls
  public RouteControl(Session session) {
    this.session = session;
  }

  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    return switch (call) {
      case "route/list" -> rows(session.routes());
      case "route/add" -> rows(add(with));
      case "route/remove" -> rows(change(text(with, "name"), route -> Stream.empty()));
      case "route/enable" -> rows(enable(text(with, "name"), true));
      case "route/disable" -> rows(enable(text(with, "name"), false));
      case "route/test" -> rows(test(with));
      default -> throw new IllegalArgumentException("There is no call '%s'.".formatted(call));
    };
  }

  private List<Route> add(Map<String, String> with) {
    String endpoint = text(with, "endpoint");
    Endpoint to = Endpoint.named(endpoint);
    if (to == null) {
      throw new IllegalArgumentException(
          "There is no endpoint '%s'; temperature, telemetry, status, alert and events are there."
              .formatted(endpoint));
    }
    List<Route> more = new ArrayList<>(session.routes());
    more.add(new Route(text(with, "name"), to, text(with, "condition"), true));
    return session.saveRoutes(more);
  }

  private List<Route> enable(String name, boolean on) {
    return change(name, route -> Stream.of(route.withEnabled(on)));
  }

  private List<Route> change(String name, Function<Route, Stream<Route>> replacement) {
    List<Route> routes = session.routes();
    if (routes.stream().noneMatch(route -> route.name().equals(name))) {
      throw new IllegalArgumentException(
          "There is no route '%s'; %s are there."
              .formatted(name, routes.stream().map(Route::name).collect(Collectors.joining(", "))));
    }
    List<Route> changed =
        routes.stream()
            .flatMap(
                route -> route.name().equals(name) ? replacement.apply(route) : Stream.of(route))
            .toList();
    if (changed.size() < routes.size() && name.equals(Route.FALLBACK_NAME)) {
      throw new IllegalArgumentException("The route $fallback cannot be removed; disable it.");
    }
    return session.saveRoutes(changed);
  }

  private List<Route> test(Map<String, String> with) {
    Map<String, String> properties = new TreeMap<>();
    with.forEach((name, value) -> {
      if (name.startsWith(PROPERTY)) {
        properties.put(name.substring(PROPERTY.length()), value);
      }
    });
    return session.matchingRoutes(
        DeviceTopic.origin(text(with, "deviceId"), with.get("facilityId"), properties));
  }

  private static String text(Map<String, String> with, String name) {
    String text = with.getOrDefault(name, "");
    if (text.isBlank()) {
      throw new IllegalArgumentException("%s is missing.".formatted(name));
    }
    return text;
  }

  private static List<Map<String, String>> rows(List<Route> routes) {
    return routes.stream()
        .map(route ->
            Map.of(
                "name", route.name(),
                "enabled", String.valueOf(route.enabled()),
                "endpoint", route.endpoint().wireName(),
                "condition", route.condition()))
        .toList();
  }
}
