package ai.cryox.core.routing;

import ai.cryox.core.routing.ParsedCondition.NotUnderstood;
import ai.cryox.core.routing.ParsedCondition.Understood;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All routes, ready to be asked for every message. A message goes to every endpoint that a route
/// leads it to; the fallback route takes what no other route takes. Asking allocates nothing.
/// Immutable.
public final class RouteTable {
  /// As many as IoT Hub has.
  public static final int MOST_ROUTES = 100;

  /// IoT Hub's names of routes.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /// Each set of endpoints once, found by its bits.
  private static final List<Set<Endpoint>> SETS =
      IntStream.range(0, 1 << Endpoint.values().length).mapToObj(RouteTable::endpoints).toList();

  /// The seed's three routes, one for devices' own records, and the fallback route.
  public static final RouteTable DEFAULT =
      of(
          List.of(
              new Route("temperature-data", Endpoint.TEMPERATURE, "deviceId LIKE 'temp_%'", true),
              new Route("alert-data", Endpoint.ALERT, "properties.alert = 'true'", true),
              new Route(
                  "device-telemetry",
                  Endpoint.TELEMETRY,
                  "properties.messageType = 'telemetry'",
                  true),
              new Route("status", Endpoint.STATUS, "properties.messageType = 'status'", true)));

  private record Compiled(Route route, RouteCondition condition) {
    int bit() {
      return route.enabled() && !route.isFallback() ? route.endpoint().bit() : 0;
    }
  }

  private final List<Compiled> routes;
  private final RouteCondition[] conditions;
  private final int[] bits;
  private final boolean fallback;

  private RouteTable(List<Compiled> routes) {
    this.routes = List.copyOf(routes);
    List<Compiled> asked = routes.stream().filter(route -> route.bit() != 0).toList();
    this.conditions = asked.stream().map(Compiled::condition).toArray(RouteCondition[]::new);
    this.bits = asked.stream().mapToInt(Compiled::bit).toArray();
    this.fallback = routes.getLast().route().enabled();
  }

  /// A table of these routes in this order. The fallback route comes last wherever it stands, and
  /// enabled if it is left out: that messages are lost must be said.
  ///
  /// @throws IllegalArgumentException with a sentence, if {@link #problem} has one
  public static RouteTable of(List<Route> routes) {
    String problem = problem(routes);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    List<Compiled> compiled = new ArrayList<>();
    Route last = Route.fallback(true);
    for (Route route : routes) {
      if (route.isFallback()) {
        last = route;
      } else if (RouteCondition.parse(route.condition()) instanceof Understood understood) {
        compiled.add(new Compiled(route, understood.condition()));
      }
    }
    compiled.add(new Compiled(last, new RouteCondition.Constant(true)));
    return new RouteTable(compiled);
  }

  /// Why these are no table, in a sentence that names the route; `null` if they are one.
  public static @Nullable String problem(List<Route> routes) {
    if (routes.size() > MOST_ROUTES + 1) {
      return "There are %d routes; %d are allowed besides %s."
          .formatted(routes.size(), MOST_ROUTES, Route.FALLBACK_NAME);
    }
    Set<String> names = new HashSet<>();
    for (Route route : routes) {
      if (!names.add(route.name().toLowerCase(Locale.ROOT))) {
        return "There are two routes named %s; give one of them another name."
            .formatted(route.name());
      }
      String problem = problem(route);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String problem(Route route) {
    if (route.isFallback()) {
      return route.equals(Route.fallback(route.enabled()))
          ? null
          : "The route $fallback always leads to events with the condition true; it can only be"
              + " enabled or disabled.";
    }
    if (!NAME.matcher(route.name()).matches()) {
      return "'%s' is no name of a route; use 1 to 64 letters, digits, dots, hyphens or underscores."
          .formatted(route.name());
    }
    return RouteCondition.parse(route.condition()) instanceof NotUnderstood fault
        ? "The condition of route %s cannot be used. %s".formatted(route.name(), fault.sentence())
        : null;
  }

  /// Where this message goes; empty if no route takes it.
  public Set<Endpoint> route(Origin origin) {
    int found = 0;
    for (int i = 0; i < bits.length; i++) {
      if ((found & bits[i]) == 0 && conditions[i].matches(origin)) {
        found |= bits[i];
      }
    }
    return SETS.get(found == 0 && fallback ? Endpoint.EVENTS.bit() : found);
  }

  /// The routes that take this message, in order.
  public List<Route> matching(Origin origin) {
    List<Route> found = new ArrayList<>();
    for (Compiled compiled : routes) {
      if (compiled.bit() != 0 && compiled.condition().matches(origin)) {
        found.add(compiled.route());
      }
    }
    if (found.isEmpty() && fallback) {
      found.add(routes.getLast().route());
    }
    return List.copyOf(found);
  }

  /// Whether what no other route takes is taken.
  public boolean hasFallback() {
    return fallback;
  }

  /// All routes in order, disabled ones too, the fallback route last.
  public List<Route> routes() {
    return routes.stream().map(Compiled::route).toList();
  }

  private static Set<Endpoint> endpoints(int bits) {
    Set<Endpoint> set = EnumSet.noneOf(Endpoint.class);
    for (Endpoint endpoint : Endpoint.values()) {
      if ((bits & endpoint.bit()) != 0) {
        set.add(endpoint);
      }
    }
    return Collections.unmodifiableSet(set);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RouteTable that && routes().equals(that.routes());
  }

  @Override
  public int hashCode() {
    return routes().hashCode();
  }

  @Override
  public String toString() {
    return "RouteTable" + routes();
  }
}
