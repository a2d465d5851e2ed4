package ai.cryox.core.routing;

/// Which messages go where.
///
/// @param name unique in its table, whatever the case
/// @param endpoint where they go
/// @param condition which ones, in the language of {@link RouteCondition}
/// @param enabled whether it takes any
public record Route(String name, Endpoint endpoint, String condition, boolean enabled) {
  /// IoT Hub's name for the route that takes what no other takes.
  public static final String FALLBACK_NAME = "$fallback";

  /// The fallback route.
  public static Route fallback(boolean enabled) {
    return new Route(FALLBACK_NAME, Endpoint.EVENTS, "true", enabled);
  }

  /// Whether it takes only what no other route takes.
  public boolean isFallback() {
    return name.equals(FALLBACK_NAME);
  }

  /// The same, on or off.
  public Route withEnabled(boolean on) {
    return new Route(name, endpoint, condition, on);
  }
}
