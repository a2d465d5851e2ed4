package ai.cryox.app.cli;

import ai.cryox.app.wiring.Reach;
import ai.cryox.core.backend.BackendException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cryox drill`: sends a simulated reading through the real path, and prints who was reached.
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description = {
      "Send a simulated reading of a device through limits, alarm, escalation and channels,",
      "and print who was reached, when and by what. Everything says that it is a drill."
    })
public final class DrillCommand implements Callable<Integer> {
  private static final int NOBODY_REACHED = 1;
  private static final long PACE_MILLIS = 250;

  private final InstantSource clock;

  @Mixin private DataOptions data = new DataOptions();

  @Parameters(index = "0", paramLabel = "DEVICE", description = "The device's id.")
  private String deviceId = "";

  @Parameters(
      index = "1",
      paramLabel = "TEMPERATURE",
      description = "In °C, beyond a limit of the device.")
  private double temperature;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for receipts. Usual: ${DEFAULT-VALUE}.")
  private int wait = 60;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DrillCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Reach reach = Reach.open(data.folder(), clock, CommandLines.userName())) {
      return run(reach);
    } catch (IllegalArgumentException refused) {
      throw new BackendException(String.valueOf(refused.getMessage()), refused);
    }
  }

  private int run(Reach reach) throws InterruptedException {
    PrintWriter out = CommandLines.out(spec);
    Map<String, String> drill =
        reach
            .call(
                "callout/drill",
                Map.of("deviceId", deviceId, "temperature", Double.toString(temperature)))
            .getFirst();
    Map<String, String> alarm = Map.of("alarmId", String.valueOf(drill.get("alarmId")));
    out.printf(
        "DRILL: %s at %.1f °C is %s (%s beyond %s °C).%n",
        deviceId, temperature, drill.get("severity"), drill.get("condition"), drill.get("limit"));
    out.flush();
    try {
      return watch(reach, alarm, out);
    } finally {
      reach.call("callout/end-drill", alarm);
    }
  }

  private int watch(Reach reach, Map<String, String> alarm, PrintWriter out)
      throws InterruptedException {
    Instant end = clock.instant().plusSeconds(wait);
    Map<String, String> printed = new HashMap<>();
    List<Map<String, String>> rows = List.of();
    boolean open = true;
    while (open && clock.instant().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
      rows = reach.call("callout/reached", alarm);
      for (Map<String, String> row : rows) {
        print(row, printed, out);
      }
      open = rows.isEmpty() || rows.stream().anyMatch(DrillCommand::isOpen);
    }
    rows.stream()
        .filter(DrillCommand::isOpen)
        .forEach(row ->
            out.printf("  %-8s %-24s no receipt yet%n", row.get("channel"), row.get("recipient")));
    long reached = rows.stream().filter(row -> "DELIVERED".equals(row.get("state"))).count();
    out.printf("%d of %d messages were delivered. The drill is over.%n", reached, rows.size());
    return reached > 0 ? 0 : NOBODY_REACHED;
  }

  private static boolean isOpen(Map<String, String> row) {
    return "PENDING".equals(row.get("state")) || "SENDING".equals(row.get("state"));
  }

  private static void print(Map<String, String> row, Map<String, String> printed, PrintWriter out) {
    String state = String.valueOf(row.get("state"));
    if (isOpen(row) || state.equals(printed.put(row.get("notificationId"), state))) {
      return;
    }
    String deliveredAt = row.get("deliveredAt");
    if (deliveredAt == null) {
      out.printf(
          "  %-8s %-24s NOT reached: %s%n",
          row.get("channel"), row.get("recipient"), row.get("failure"));
    } else {
      Duration took =
          Duration.between(
              Instant.parse(String.valueOf(row.get("createdAt"))), Instant.parse(deliveredAt));
      out.printf(
          "  %-8s %-24s reached at %s, after %.1f s (%s)%n",
          row.get("channel"),
          row.get("recipient"),
          deliveredAt,
          took.toMillis() / 1000.0,
          row.get("receipt"));
    }
    out.flush();
  }
}
