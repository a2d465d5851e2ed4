package ai.cryox.app.cli;

import ai.cryox.app.settings.Setting;
import ai.cryox.app.settings.SettingTable;
import ai.cryox.app.settings.SettingsFile;
import ai.cryox.app.settings.TomlText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Settings as text, made from the table of what can be set and from the commands' options.
///
/// @param commands whose options can be set
record SettingsText(List<CommandSpec> commands) {
  SettingsText {
    commands = List.copyOf(commands);
  }

  /// A file in which each setting stands as a comment with its usual value, or with a sample where
  /// it usually has none.
  String example() {
    StringBuilder text =
        new StringBuilder(
            """
            # Settings of `cryox serve` and `cryox console`: cryox.toml in the data folder, or any file
            # that --settings names. Take the # away from what you change; the values below are the
            # usual ones, or samples where nothing is usual. The command line goes before this file.
            # Secrets do not belong here.
            """);
    for (String section : SettingTable.sections()) {
      text.append('\n').append(heading(section));
      for (Setting setting : SettingTable.in(section)) {
        OptionSpec option = option(setting);
        text.append("# ").append(String.join(" ", option.description())).append('\n');
        String usual =
            setting.sample().isEmpty() ? TomlText.of(option.getValue()) : setting.sample();
        text.append("#%s = %s%n".formatted(setting.key(), usual));
      }
    }
    return text.toString();
  }

  /// What holds, with the line that says so.
  ///
  /// @param settings already applied to the commands
  String shown(SettingsFile settings) {
    StringBuilder text = new StringBuilder();
    for (String section : SettingTable.sections()) {
      if (!section.equals(SettingTable.BROKER)) {
        text.append(text.isEmpty() ? "" : "\n").append(heading(section));
        for (Setting setting : SettingTable.in(section)) {
          Object value = option(setting).getValue();
          text.append(line(settings, setting, settings.values().get(setting), value));
        }
      }
    }
    for (Map<Setting, SettingsFile.Value> broker : settings.brokers()) {
      text.append('\n').append(heading(SettingTable.BROKER));
      for (Setting setting : SettingTable.in(SettingTable.BROKER)) {
        SettingsFile.Value value = broker.get(setting);
        text.append(line(settings, setting, value, value == null ? null : value.value()));
      }
    }
    return text.toString();
  }

  private static String line(
      SettingsFile settings,
      Setting setting,
      SettingsFile.@Nullable Value set,
      @Nullable Object value) {
    String words = TomlText.of(value);
    if (set != null) {
      return "%s = %s  # %s, line %d%n"
          .formatted(setting.key(), words, settings.file().getFileName(), set.line());
    }
    return words.isEmpty()
        ? "#%s is not set%n".formatted(setting.key())
        : "%s = %s  # usual%n".formatted(setting.key(), words);
  }

  private static String heading(String section) {
    return section.isEmpty()
        ? ""
        : (section.equals(SettingTable.BROKER) ? "#[[%s]]%n" : "[%s]%n").formatted(section);
  }

  /// The option of a setting. That each has one is what a test sees to.
  private OptionSpec option(Setting setting) {
    for (CommandSpec command : commands) {
      OptionSpec option = command.findOption(setting.option());
      if (option != null) {
        return option;
      }
    }
    throw new AssertionError(setting.option() + " stands in the table of settings only");
  }
}
