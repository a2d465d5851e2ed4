package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox device list`: all devices and how they prove who they are.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List all devices and how they prove who they are.")
public final class DeviceListCommand implements Callable<Integer> {
  private static final String LINE = "%-24s %-20s %-12s %-12s %s%n";

  private final InstantSource clock;

  @Mixin private DataOptions data = new DataOptions();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public DeviceListCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<Map<String, String>> rows =
        CommandLines.call(data.folder(), clock, "device/list", Map.of());
    PrintWriter out = CommandLines.out(spec);
    if (rows.isEmpty()) {
      out.println("There are no devices yet. `cryox device add` makes the first.");
    } else {
      out.printf(LINE, "DEVICE", "FACILITY", "STATE", "PROVES BY", "NOTE");
      rows.forEach(row -> line(out, row));
    }
    out.flush();
    return 0;
  }

  private static void line(PrintWriter out, Map<String, String> row) {
    out.printf(
        LINE,
        shown(row.getOrDefault("deviceId", "")),
        shown(row.getOrDefault("facilityId", "")),
        state(row),
        proof(row.getOrDefault("method", "")),
        note(row));
  }

  /// A device that registered itself chose its id: a terminal must not obey it.
  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String state(Map<String, String> row) {
    if ("false".equals(row.get("enabled"))) {
      return "disabled";
    }
    return "false".equals(row.get("confirmed")) ? "unconfirmed" : "confirmed";
  }

  private static String proof(String method) {
    return switch (method) {
      case "KEYS" -> "keys";
      case "AUTHORITY" -> "certificate";
      case "THUMBPRINT" -> "thumbprint";
      default -> "nothing";
    };
  }

  private static String note(Map<String, String> row) {
    String gateway = "true".equals(row.get("gateway")) ? "gateway " : "";
    String expires = row.get("expires");
    if (expires != null) {
      return gateway + "until " + expires;
    }
    return "AUTHORITY".equals(row.get("method")) ? gateway + "no certificate" : gateway.strip();
  }
}
