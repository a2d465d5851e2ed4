package ai.cryox.simulator;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.publish.Credentials;
import ai.cryox.simulator.publish.Link;
import ai.cryox.simulator.publish.OutgoingMessage;
import ai.cryox.simulator.publish.PublishCounts;
import ai.cryox.simulator.scenario.Scenario;
import ai.cryox.simulator.scenario.ScenarioCall;
import ai.cryox.simulator.scenario.Scenarios;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `cryox simulate`: simulated facilities on the real wire, as a sparring partner and load
/// generator.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Simulate facilities that publish over MQTT like real ones.",
    footer = {
      "",
      "Scenarios: normal, door-left-open, compressor-failure, endless-defrost, freezer-leak,",
      "sensor-stuck, sensor-silent, gateway-lost, wrong-clock, back-fill, duplicates, garbage.",
      "",
      "With --speed above 1 simulated time soon runs ahead of everybody else's, and a backend"
          + " refuses",
      "readings that are more than 5 minutes ahead. Begin in the past then (--start), or print.",
      "The same --seed and --start give the same bytes."
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final InstantSource clock;

  @Option(
      names = "--broker",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:1883",
      description = "The MQTT endpoint or broker. Usual: ${DEFAULT-VALUE}.")
  private String broker = "";

  @Option(
      names = "--tls",
      paramLabel = "PEM",
      description =
          "Speak TLS, and trust the broker whose authority's certificate is in this file.")
  private @Nullable Path authority;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "What the devices prove themselves with, one line each, as `cryox device add` prints it:"
              + " HostName=…;DeviceId=…;SharedAccessKey=… With gateways the ids are"
              + " gateway_{facility}. Needs --tls.")
  private @Nullable Path keys;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Everything random follows from it. Usual: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--devices", defaultValue = "24", description = "Usual: ${DEFAULT-VALUE}.")
  private int devices;

  @Option(names = "--facilities", defaultValue = "3", description = "Usual: ${DEFAULT-VALUE}.")
  private int facilities;

  @Option(
      names = "--sampling",
      defaultValue = "30s",
      description =
          "Time between two readings of a device: 500ms, 30s, 5m. Usual: ${DEFAULT-VALUE}.")
  private String sampling = "";

  @Option(
      names = "--rate",
      paramLabel = "PER_SECOND",
      defaultValue = "0",
      description = "Readings a second over all devices, in place of --sampling.")
  private double rate;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Simulated seconds in a real one. Usual: ${DEFAULT-VALUE}.")
  private double speed;

  @Option(
      names = "--history",
      defaultValue = "0s",
      description = "Simulated past that is sent at once: 30m, 7d. Usual: none.")
  private String history = "";

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      description = "When the simulated world begins, like 2026-03-01T03:00:00Z. Usual: now.")
  private @Nullable Instant start;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "Stop after so much simulated time: 2h. Usual: never.")
  private @Nullable String length;

  @Option(
      names = "--link",
      description =
          "${COMPLETION-CANDIDATES}: one connection for each device or each facility. Usual: by"
              + " number of devices.")
  private @Nullable Link link;

  @Option(
      names = "--scenario",
      split = ",",
      paramLabel = "NAME[@DEVICE]",
      description =
          "Trouble, beginning 2 minutes after the start unless --after says otherwise; may be"
              + " given several times. Usual: none.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--after",
      defaultValue = "2m",
      description = "When the trouble begins, from the start on. Usual: ${DEFAULT-VALUE}.")
  private String after = "";

  @Option(
      names = "--print",
      description = "Print topic, tab and payload instead of publishing; needs --for.")
  private boolean print;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock the simulator's clock
  public SimulateCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    SimulatorOptions options = options();
    if (print) {
      return print(options);
    }
    Credentials credentials = credentials(options);
    try (Simulator simulator = new Simulator(options, brokerUri(), credentials, clock)) {
      simulator.start();
      out().printf("%d devices in %d facilities publish to %s.%n", devices, facilities, broker);
      do {
        say(simulator);
      } while (!simulator.awaitEnd(BETWEEN_LINES));
      say(simulator);
    }
    return 0;
  }

  private static Fleet fleet(SimulatorOptions options) {
    return Fleet.of(options.seed(), options.facilities(), options.devices(), options.sampling());
  }

  /// A misspelt device would make a scenario that befalls nobody.
  private static void requireVictims(SimulatorOptions options) {
    Fleet fleet = fleet(options);
    for (ScenarioCall call : options.scenarios()) {
      if (call.deviceId() != null && fleet.device(call.deviceId()).isEmpty()) {
        throw new IllegalArgumentException(
            "There is no simulated device '%s'; they are temp_001 and so on."
                .formatted(call.deviceId()));
      }
    }
  }

  private @Nullable Credentials credentials(SimulatorOptions options) {
    if (authority == null && keys == null) {
      return null;
    }
    if (authority == null || keys == null) {
      throw wrong("--tls and --keys go together.");
    }
    try {
      Credentials read = Credentials.read(authority, keys, clock);
      fleet(options).devices().stream()
          .map(options.effectiveLink()::clientId)
          .filter(id -> !read.isFor(id))
          .findFirst()
          .ifPresent(id -> {
            throw new IllegalArgumentException(
                "%s has no key of %s; `cryox device add %s` makes one.".formatted(keys, id, id));
          });
      return read;
    } catch (IllegalArgumentException unusable) {
      throw wrong(String.valueOf(unusable.getMessage()));
    }
  }

  private int print(SimulatorOptions options) {
    Instant begin = clock.instant();
    if (options.length() == null) {
      throw wrong("--print needs --for, or it would never end.");
    }
    SimulatedWorld world = new SimulatedWorld(options, begin);
    PrintWriter out = out();
    Iterator<OutgoingMessage> messages = world.messagesUntil(world.live().plus(options.length()));
    messages.forEachRemaining(message ->
        out.println(
            message.topic() + "\t" + new String(message.payload(), StandardCharsets.UTF_8)));
    out.flush();
    return 0;
  }

  private void say(Simulator simulator) {
    PublishCounts counts = simulator.counts();
    String problem = counts.problem();
    out()
        .printf(
            Locale.ROOT,
            "simulated %s  %d acknowledged, %d waiting, %d dropped, %d of %d connections%s%n",
            simulator.reached(),
            counts.acknowledged(),
            counts.waiting(),
            counts.dropped(),
            counts.open(),
            counts.connections(),
            problem == null ? "" : " – " + problem + "; trying again");
    out().flush();
  }

  private SimulatorOptions options() {
    try {
      Duration period =
          rate > 0
              ? Duration.ofMillis(Math.max(1, Math.round(devices * 1000.0 / rate)))
              : duration("--sampling", sampling);
      SimulatorOptions options =
          new SimulatorOptions(
              seed,
              facilities,
              devices,
              period,
              speed,
              duration("--history", history),
              start,
              length == null ? null : duration("--for", length),
              link,
              calls());
      requireVictims(options);
      return options;
    } catch (IllegalArgumentException nonsense) {
      throw wrong(String.valueOf(nonsense.getMessage()));
    }
  }

  private List<ScenarioCall> calls() {
    Duration delay = duration("--after", after);
    List<ScenarioCall> calls = new ArrayList<>();
    for (String wanted : scenarios) {
      String[] part = wanted.split("@", 2);
      Scenario scenario =
          Scenarios.byName(part[0])
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "There is no scenario '%s'. There are: %s."
                          .formatted(
                              part[0],
                              Scenarios.all().stream()
                                  .map(Scenario::name)
                                  .collect(Collectors.joining(", ")))));
      calls.add(new ScenarioCall(scenario, part.length == 2 ? part[1] : null, delay));
    }
    return calls;
  }

  /// `500ms`, `30s`, `5m`, `2h`, `7d`.
  private static Duration duration(String option, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    try {
      if (lower.endsWith("ms")) {
        return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
      }
      return Duration.parse(lower.endsWith("d") ? "P" + lower : "PT" + lower);
    } catch (DateTimeParseException | NumberFormatException nonsense) {
      throw new IllegalArgumentException(
          "%s %s is no duration; write 500ms, 30s, 5m, 2h or 7d.".formatted(option, text),
          nonsense);
    }
  }

  private String brokerUri() {
    String scheme = authority == null ? "tcp://" : "ssl://";
    return broker.contains("://") ? broker : scheme + broker;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
