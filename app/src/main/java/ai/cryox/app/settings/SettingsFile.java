package ai.cryox.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// A settings file that was read and found right.
///
/// @param file where it lies
/// @param values what it sets outside of its brokers
/// @param brokers what it sets for each of them
public record SettingsFile(
    Path file, Map<Setting, Value> values, List<Map<Setting, Value>> brokers) {
  /// Its name in a data folder.
  public static final String NAME = "cryox.toml";

  public SettingsFile {
    values = Map.copyOf(values);
    brokers = List.copyOf(brokers);
  }

  /// What one line sets.
  ///
  /// @param value as the option's field has it
  /// @param line of the file, from 1
  public record Value(Object value, int line) {}

  /// No settings.
  public static SettingsFile none(Path file) {
    return new SettingsFile(file, Map.of(), List.of());
  }

  /// The settings of a data folder, unless somebody names another file.
  ///
  /// @param named `null`: the one in the folder, or none
  /// @throws SettingsException if it cannot be read, or anything in it is wrong
  public static SettingsFile of(@Nullable Path named, Path folder) {
    Path beside = folder.resolve(NAME);
    if (named != null) {
      return read(named);
    }
    if (!Files.exists(beside)) {
      return none(beside);
    }
    SettingsFile settings = read(beside);
    Value data = settings.values().get(SettingTable.DATA);
    if (data != null) {
      throw new SettingsException(
          beside,
          List.of(
              new SettingsException.Problem(
                  data.line(),
                  "data says where the data folder is, but this file lies in one. Take the line"
                      + " out, or keep the file elsewhere and name it with --settings.")));
    }
    return settings;
  }

  /// Reads a file.
  ///
  /// @throws SettingsException if it cannot be read, or anything in it is wrong; it names all that
  ///   is
  public static SettingsFile read(Path file) {
    TomlParseResult toml;
    try {
      toml = Toml.parse(file);
    } catch (IOException unreadable) {
      throw new SettingsException(
          "The settings file %s cannot be read (%s). It must be UTF-8 text that this user may read."
              .formatted(file, unreadable.getClass().getSimpleName()),
          unreadable);
    }
    return new SettingsReading(file).whole(toml);
  }
}
