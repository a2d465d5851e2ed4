package ai.cryox.simulator;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.publish.Link;
import ai.cryox.simulator.scenario.Scenario;
import ai.cryox.simulator.scenario.ScenarioCall;
import ai.cryox.simulator.scenario.Scenarios;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is simulated, as the command line says it.
final class WorldOptions {
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

  /// @throws IllegalArgumentException if it makes no sense, with a sentence
  SimulatorOptions options() {
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
  }

  /// The devices that are simulated.
  static Fleet fleet(SimulatorOptions options) {
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
}
