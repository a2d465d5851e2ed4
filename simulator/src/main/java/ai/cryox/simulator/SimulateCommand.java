package ai.cryox.simulator;

import ai.cryox.simulator.publish.Credentials;
import ai.cryox.simulator.publish.OutgoingMessage;
import ai.cryox.simulator.publish.PublishCounts;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private WorldOptions world = new WorldOptions();

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
      out()
          .printf(
              "%d devices in %d facilities publish to %s.%n",
              options.devices(), options.facilities(), broker);
      do {
        say(simulator);
      } while (!simulator.awaitEnd(BETWEEN_LINES));
      say(simulator);
    }
    return 0;
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
      WorldOptions.fleet(options).devices().stream()
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
    SimulatedWorld simulated = new SimulatedWorld(options, begin);
    PrintWriter out = out();
    Iterator<OutgoingMessage> messages =
        simulated.messagesUntil(simulated.live().plus(options.length()));
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
      return world.options();
    } catch (IllegalArgumentException nonsense) {
      throw wrong(String.valueOf(nonsense.getMessage()));
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
