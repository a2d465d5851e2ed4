package ai.cryox.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cryox letterhead`: how a facility's reports look, whether a backend works in the data folder or
/// not.
@Command(
    name = "letterhead",
    mixinStandardHelpOptions = true,
    description = "Show or say how a facility's reports look: name, address, logo, language.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Each time that somebody says so a new version is kept, and a line of the audit trail."
          + " Reports",
      "that are kept stay as they were made."
    })
public final class LetterheadCommand extends ControlCommandGroup {
  /// @param clock everybody's clock
  public LetterheadCommand(InstantSource clock) {
    super(clock);
  }

  @Command(name = "show", description = "Show it, and which versions there were.")
  int show(
      @Option(names = "--facility", paramLabel = "F", required = true, description = "Of which.")
          String facility) {
    return print(call("letterhead", Map.of("facilityId", facility)));
  }

  @Command(name = "set", description = "Say how it looks from now on. What is not said stays.")
  int set(
      @Option(names = "--facility", paramLabel = "F", required = true, description = "Of which.")
          String facility,
      @Option(names = "--name", paramLabel = "TEXT", description = "What it is called on pages.")
          @Nullable String name,
      @Option(
              names = "--address",
              paramLabel = "LINE",
              description = "A line of its address; may be given several times.")
          @Nullable List<String> address,
      @Option(names = "--zone", paramLabel = "Z", description = "Its clock: Europe/Berlin.")
          @Nullable String zone,
      @Option(names = "--language", paramLabel = "L", description = "en or de.")
          @Nullable String language,
      @Option(names = "--logo", paramLabel = "FILE", description = "A PNG, JPEG or SVG.")
          @Nullable Path logo,
      @Option(names = "--no-logo", description = "It has none.") boolean none) {
    CommandLines.require(logo == null || !none, spec(), "Either --logo or --no-logo.");
    Map<String, String> with = new HashMap<>();
    with.put("facilityId", facility);
    CommandLines.keep(with, "name", name);
    CommandLines.keep(with, "address", address == null ? null : String.join("\n", address));
    CommandLines.keep(with, "zone", zone);
    CommandLines.keep(with, "language", language);
    CommandLines.keep(
        with, "logo", logo == null ? null : logo.toAbsolutePath().normalize().toString());
    if (none) {
      with.put("logo", "");
    }
    return print(call("saveLetterhead", with));
  }

  private List<Map<String, String>> call(String verb, Map<String, String> with) {
    return ask("report/" + verb, with);
  }

  private int print(List<Map<String, String>> rows) {
    PrintWriter out = out();
    Map<String, String> now = rows.getFirst();
    out.printf("name      %s%n", now.get("name"));
    now.getOrDefault("address", "").lines().forEach(line -> out.printf("address   %s%n", line));
    out.printf("zone      %s%n", now.get("zone"));
    out.printf("language  %s%n", now.get("language"));
    String bytes = now.getOrDefault("logoBytes", "0");
    out.printf("logo      %s%n", bytes.equals("0") ? "none" : bytes + " bytes");
    if (rows.size() == 1) {
      out.println("Nobody has said this; it is what reports have by themselves.");
    }
    for (Map<String, String> row : rows.subList(1, rows.size())) {
      String by = row.getOrDefault("savedBy", "");
      out.printf(
          "version %s  %s%s%n",
          row.get("version"),
          by.isEmpty() ? "when and by whom is not known" : row.get("savedAt"),
          by.isEmpty() ? "" : " by " + by);
    }
    out.flush();
    return 0;
  }
}
