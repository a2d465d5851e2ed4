package ai.cryox.app.cli;

import ai.cryox.backend.control.RouteControl;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cryox route`: which messages are read as which kind, whether a backend works in the data folder
/// or not.
@Command(
    name = "route",
    mixinStandardHelpOptions = true,
    description = "Show and change which messages are read as which kind.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "A condition is written as for IoT Hub, and may use LIKE:",
      "  cryox route add freezers temperature \"STARTS_WITH($connectionDeviceId, 'frz_')\""
    })
public final class RouteCommand extends ControlCommandGroup {
  /// @param clock everybody's clock
  public RouteCommand(InstantSource clock) {
    super(clock);
  }

  @Command(name = "list", description = "Show all routes.")
  int list() {
    return print(call("list", Map.of()));
  }

  @Command(name = "add", description = "Add a route.")
  int add(
      @Parameters(paramLabel = "NAME", description = "Letters, digits, dots, hyphens.") String name,
      @Parameters(
              paramLabel = "ENDPOINT",
              description = "temperature, telemetry, status, alert or events.")
          String endpoint,
      @Parameters(paramLabel = "CONDITION", description = "Which messages it takes.")
          String condition) {
    return print(call("add", Map.of("name", name, "endpoint", endpoint, "condition", condition)));
  }

  @Command(name = "remove", description = "Remove a route.")
  int remove(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    return print(call("remove", Map.of("name", name)));
  }

  @Command(name = "enable", description = "Let a route take messages.")
  int enable(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    return print(call("enable", Map.of("name", name)));
  }

  @Command(name = "disable", description = "Keep a route, but let it take nothing.")
  int disable(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    return print(call("disable", Map.of("name", name)));
  }

  @Command(name = "test", description = "Show which routes take a message.")
  int test(
      @Parameters(paramLabel = "DEVICE", description = "Who would send it.") String device,
      @Option(
              names = "--facility",
              paramLabel = "ID",
              description = "On the plain topic of this facility, not on IoT Hub's.")
          @Nullable String facility,
      @Option(
              names = {"-p", "--property"},
              paramLabel = "NAME=VALUE",
              description = "A property it carries; may be given several times.")
          @Nullable Map<String, String> properties) {
    Map<String, String> with = new TreeMap<>(Map.of("deviceId", device));
    CommandLines.keep(with, "facilityId", facility);
    if (properties != null) {
      properties.forEach((name, value) -> with.put(RouteControl.PROPERTY + name, value));
    }
    List<Map<String, String>> taking = call("test", with);
    if (taking.isEmpty()) {
      out().println("No route takes it: it would be rejected. Enable $fallback or add one.");
      return 0;
    }
    return print(taking);
  }

  private List<Map<String, String>> call(String verb, Map<String, String> with) {
    return ask("route/" + verb, with);
  }

  private int print(List<Map<String, String>> routes) {
    PrintWriter out = out();
    int width = routes.stream().mapToInt(route -> name(route).length()).max().orElse(0);
    for (Map<String, String> route : routes) {
      out.printf(
          "%-" + width + "s  %-8s  %-11s  %s%n",
          name(route),
          "true".equals(route.get("enabled")) ? "enabled" : "disabled",
          route.get("endpoint"),
          route.get("condition"));
    }
    out.flush();
    return 0;
  }

  private static String name(Map<String, String> route) {
    return route.getOrDefault("name", "");
  }
}
