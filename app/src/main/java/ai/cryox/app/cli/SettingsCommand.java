package ai.cryox.app.cli;

import ai.cryox.app.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `cryox settings`: the settings file shown, checked, explained.
@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    description = "Show, check or explain the settings of `cryox serve` and `cryox console`.",
    synopsisSubcommandLabel = "show|check|example",
    footer = {"", "To begin: cryox settings example > cryox.toml"})
public final class SettingsCommand extends FolderCommandGroup {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The settings file. Usual: cryox.toml in the data folder.")
  private @Nullable Path file;

  @Command(name = "show", description = "Print every setting, and where its value comes from.")
  int show() {
    SettingsFile settings = read();
    List<CommandSpec> commands = commands();
    for (CommandSpec command : commands) {
      SettingsOptions.apply(settings, command, command.commandLine().getParseResult());
    }
    out().print(new SettingsText(commands).shown(settings));
    out().flush();
    return 0;
  }

  @Command(name = "check", description = "Say what is wrong in the file, and in which line.")
  int check() {
    SettingsFile settings = read();
    int set = settings.values().size() + settings.brokers().stream().mapToInt(Map::size).sum();
    out().printf("%s: %d settings, nothing wrong.%n", settings.file(), set);
    return 0;
  }

  @Command(name = "example", description = "Print a file with all that can be set, explained.")
  int example() {
    out().print(new SettingsText(commands()).example());
    out().flush();
    return 0;
  }

  private SettingsFile read() {
    return SettingsFile.of(file, folder());
  }

  /// Those whose options can be set, as they are when nobody says anything.
  private List<CommandSpec> commands() {
    Map<String, CommandLine> all =
        Objects.requireNonNull(spec()).root().commandLine().getSubcommands();
    return Stream.of("serve", "console")
        .map(name -> Objects.requireNonNull(all.get(name)))
        .peek(CommandLine::parseArgs)
        .map(CommandLine::getCommandSpec)
        .toList();
  }
}
