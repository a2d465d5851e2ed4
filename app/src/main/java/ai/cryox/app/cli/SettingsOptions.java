package ai.cryox.app.cli;

import ai.cryox.app.settings.Setting;
import ai.cryox.app.settings.SettingsException;
import ai.cryox.app.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/// Which data folder is meant, and where settings are read from.
final class SettingsOptions {
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Settings (TOML) for what the command line leaves out. Usual: cryox.toml in the data"
              + " folder, if there is one.")
  private @Nullable Path file;

  Path folder() {
    return data.folder();
  }

  /// Gives every option that the command line leaves out the value that the settings have for it.
  ///
  /// @param command whose command line was parsed
  /// @throws SettingsException if the file cannot be read, or anything in it is wrong
  SettingsFile applyTo(@Nullable CommandSpec command) {
    SettingsFile settings = SettingsFile.of(file, folder());
    ParseResult given = Objects.requireNonNull(command).commandLine().getParseResult();
    apply(settings, command, given);
    return settings;
  }

  /// @param given what the command line says, and the settings must not change
  static void apply(SettingsFile settings, CommandSpec command, ParseResult given) {
    for (Map.Entry<Setting, SettingsFile.Value> entry : settings.values().entrySet()) {
      String name = entry.getKey().option();
      OptionSpec option = command.findOption(name);
      if (option != null && !given.hasMatchedOption(name)) {
        option.setValue(entry.getValue().value());
      }
    }
  }
}
