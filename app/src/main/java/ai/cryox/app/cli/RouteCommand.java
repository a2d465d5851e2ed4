package ai.cryox.app.cli;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.store.FolderInUseException;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Endpoint;
import ai.cryox.core.routing.Route;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `cryox route`: which messages are read as which kind, in a data folder that no backend works in.
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
public final class RouteCommand implements Runnable {
  private static final int IN_THE_WAY = 1;

  private final InstantSource clock;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data folder. Usual: your data folder.")
  private @Nullable Path data;

  @Option(
      names = "--http",
      paramLabel = "HOST:PORT",
      scope = ScopeType.INHERIT,
      defaultValue = "127.0.0.1:8080",
      description = "Where a running backend answers. Usual: ${DEFAULT-VALUE}.")
  private HostPort http = HostPort.ANY;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public RouteCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  @Command(name = "list", description = "Show all routes.")
  int list() {
    return ask(
        new RouteCurl(http).list(),
        session -> {
          print(session.routes());
          return 0;
        });
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
    Endpoint to = Endpoint.named(endpoint);
    if (to == null) {
      throw refusal(
          "There is no endpoint '%s'; temperature, telemetry, status, alert and events are there."
              .formatted(endpoint));
    }
    return change(routes -> {
      List<Route> more = new ArrayList<>(routes);
      more.add(new Route(name, to, condition, true));
      return more;
    });
  }

  @Command(name = "remove", description = "Remove a route.")
  int remove(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    if (name.equals(Route.FALLBACK_NAME)) {
      throw refusal("The route $fallback cannot be removed; disable it.");
    }
    return change(name, route -> Stream.empty());
  }

  @Command(name = "enable", description = "Let a route take messages.")
  int enable(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    return change(name, route -> Stream.of(route.withEnabled(true)));
  }

  @Command(name = "disable", description = "Keep a route, but let it take nothing.")
  int disable(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    return change(name, route -> Stream.of(route.withEnabled(false)));
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
    Map<String, String> carried = properties == null ? Map.of() : properties;
    return ask(
        new RouteCurl(http).test(device, facility, carried),
        session -> {
          List<Route> taking =
              session.matchingRoutes(DeviceTopic.origin(device, facility, carried));
          if (taking.isEmpty()) {
            CommandLines.out(spec)
                .println("No route takes it: it would be rejected. Enable $fallback or add one.");
          } else {
            print(taking);
          }
          return 0;
        });
  }

  private int change(String name, Function<Route, Stream<Route>> replacement) {
    return change(routes -> {
      if (routes.stream().noneMatch(route -> route.name().equals(name))) {
        throw refusal(
            "There is no route '%s'; %s are there."
                .formatted(
                    name, routes.stream().map(Route::name).collect(Collectors.joining(", "))));
      }
      return routes.stream()
          .flatMap(route -> route.name().equals(name) ? replacement.apply(route) : Stream.of(route))
          .toList();
    });
  }

  private int change(UnaryOperator<List<Route>> edit) {
    return ask(
        new RouteCurl(http).change(),
        session -> {
          try {
            print(session.saveRoutes(edit.apply(session.routes())));
          } catch (IllegalArgumentException refused) {
            throw refusal(String.valueOf(refused.getMessage()));
          }
          return 0;
        });
  }

  /// @param instead what to type while a backend works in the folder
  private int ask(String instead, Function<Session, Integer> question) {
    Path folder = (data == null ? DataFolder.usual() : data).toAbsolutePath().normalize();
    try (LocalBackend backend = new Wiring(clock).withoutWires(folder);
        Session session = backend.signIn(new SignIn.Desk(CommandLines.userName()))) {
      return question.apply(session);
    } catch (FolderInUseException running) {
      CommandLines.err(spec)
          .printf(
              "cryox: A backend works in %s; its routes are asked and changed through its"
                  + " API:%n%s%n",
              folder, instead);
      return IN_THE_WAY;
    }
  }

  private void print(List<Route> routes) {
    PrintWriter out = CommandLines.out(spec);
    int width = routes.stream().mapToInt(route -> route.name().length()).max().orElse(0);
    for (Route route : routes) {
      out.printf(
          "%-" + width + "s  %-8s  %-11s  %s%n",
          route.name(),
          route.enabled() ? "enabled" : "disabled",
          route.endpoint().wireName(),
          route.condition());
    }
    out.flush();
  }

  private ParameterException refusal(String sentence) {
    return CommandLines.refusal(spec, sentence);
  }
}
