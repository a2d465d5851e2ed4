package ai.cryox.app.cli;

import ai.cryox.core.backend.BackendException;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `cryox callouts`: who hears of alarms, for a backend without a window.
@Command(
    name = "callouts",
    mixinStandardHelpOptions = true,
    description = "Show and change who hears of alarms, and by what.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Show the plan, edit it, and put it back:",
      "  cryox callouts plan > plan.json",
      "  cryox callouts plan plan.json"
    })
public final class CalloutsCommand extends ControlCommandGroup {
  /// @param clock everybody's clock
  public CalloutsCommand(InstantSource clock) {
    super(clock);
  }

  @Command(name = "plan", description = "Show people, rosters and policies, or replace them.")
  int plan(
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON to put in their place.")
          @Nullable Path file) {
    return json("plan", file);
  }

  @Command(name = "channels", description = "Show how channels are set up, or set them up anew.")
  int channels(
      @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON to put in their place.")
          @Nullable Path file) {
    return json("channels", file);
  }

  @Command(
      name = "secret",
      description = {
        "Keep a secret: email-password, sms-password, teams-url or webhook-key.",
        "It is asked for, or read as the first line of the standard input; empty removes it."
      })
  int secret(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    call("callout/secret", Map.of("name", name, "secret", hidden(name)));
    out().println("It is kept, and cannot be read back.");
    return 0;
  }

  private static String hidden(String name) {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      char[] typed = terminal.get().readPassword("%s: ", name);
      return typed == null ? "" : new String(typed);
    }
    try {
      String piped = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      return piped.lines().findFirst().orElse("");
    } catch (IOException failed) {
      throw new BackendException("The standard input cannot be read.", failed);
    }
  }

  private int json(String what, @Nullable Path file) {
    List<Map<String, String>> rows =
        file == null
            ? call("callout/" + what, Map.of())
            : call("callout/save-" + what, Map.of("json", read(file)));
    out().println(rows.getFirst().get("json"));
    return 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new BackendException(
          "The file %s cannot be read: %s.".formatted(file, failed.getMessage()), failed);
    }
  }

  /// A plan that makes no sense is no wrong use of the command.
  private List<Map<String, String>> call(String call, Map<String, String> with) {
    return CommandLines.call(folder(), clock(), call, with);
  }
}
