package ai.cryox.app.settings;

import ai.cryox.app.settings.SettingsException.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// One reading of a settings file: collects what is set, and everything that is wrong.
final class SettingsReading {
  /// How people call what must not lie in a settings file.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(pass|pwd|secret|token|credential|private|api-?_?key|auth).*|.*-key|key");

  private static final String WHERE_SECRETS_GO =
      "Give a channel's with `cryox callouts secret`, a broker's password in a file that only this"
          + " user can read, which broker.password-file names.";

  private final Path file;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Setting, SettingsFile.Value> values = new LinkedHashMap<>();
  private final List<Map<Setting, SettingsFile.Value>> brokers = new ArrayList<>();

  SettingsReading(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  SettingsFile whole(TomlParseResult toml) {
    toml.errors().forEach(error -> problem(error.position().line(), words(error)));
    if (problems.isEmpty()) {
      top(toml);
    }
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(Problem::line));
      throw new SettingsException(file, problems);
    }
    return new SettingsFile(file, values, brokers);
  }

  /// Without what stands there: it may be a secret.
  private static String words(TomlParseError error) {
    String message = String.valueOf(error.getMessage()).replaceFirst("'[^']*'", "text");
    return "This is not TOML. %s, in column %d.".formatted(message, error.position().column());
  }

  private void top(TomlTable toml) {
    for (String name : toml.keySet()) {
      Object raw = toml.get(List.of(name));
      int line = line(toml, name);
      if (name.equals(SettingTable.BROKER)) {
        brokers(raw, line);
      } else if (raw instanceof TomlTable section) {
        section(name, section, line);
      } else {
        value("", name, raw, line, values);
      }
    }
  }

  private void section(String name, TomlTable section, int line) {
    if (!SettingTable.sections().contains(name)) {
      String nearest = Nearest.to(name, SettingTable.sections());
      problem(line, "There is no section [%s].%s".formatted(name, meant(nearest, "[%s]")));
      return;
    }
    section
        .keySet()
        .forEach(key -> value(name, key, section.get(List.of(key)), line(section, key), values));
  }

  private void brokers(@Nullable Object raw, int line) {
    List<?> all = raw instanceof TomlArray array ? array.toList() : List.of("none");
    for (Object one : all) {
      if (one instanceof TomlTable broker) {
        Map<Setting, SettingsFile.Value> values = new LinkedHashMap<>();
        for (String key : broker.keySet()) {
          value(SettingTable.BROKER, key, broker.get(List.of(key)), line(broker, key), values);
        }
        if (broker.get(List.of("uri")) == null) {
          problem(line, "A [[broker]] needs its uri, like uri = \"ssl://broker.example:8883\".");
        }
        brokers.add(values);
      } else {
        problem(line, "A broker begins with [[broker]], in two pairs of brackets.");
      }
    }
  }

  private void value(
      String section,
      String key,
      @Nullable Object raw,
      int line,
      Map<Setting, SettingsFile.Value> into) {
    Setting setting = SettingTable.find(section, key);
    if (setting == null) {
      problem(line, unknown(section, key));
      return;
    }
    Object value =
        raw == null ? null : setting.kind().read(raw, file.resolveSibling("").toAbsolutePath());
    if (value == null) {
      problem(line, "%s must be %s.".formatted(setting.name(), setting.kind().expected()));
    } else {
      into.put(setting, new SettingsFile.Value(value, line));
    }
  }

  private String unknown(String section, String key) {
    String name = section.isEmpty() ? key : section + "." + key;
    List<Setting> elsewhere =
        SettingTable.ALL.stream().filter(setting -> setting.key().equals(key)).toList();
    if (!elsewhere.isEmpty()) {
      return "There is no setting '%s'. Did you mean '%s'?"
          .formatted(name, elsewhere.getFirst().name());
    }
    if (SECRET.matcher(key).matches()) {
      return "'%s' looks like a secret, and secrets do not belong in settings. %s"
          .formatted(name, WHERE_SECRETS_GO);
    }
    List<String> names = SettingTable.ALL.stream().map(Setting::name).toList();
    return "There is no setting '%s'.%s".formatted(name, meant(Nearest.to(name, names), "'%s'"));
  }

  private static String meant(@Nullable String nearest, String quoted) {
    return nearest == null
        ? " `cryox settings example` shows all that there are."
        : " Did you mean %s?".formatted(quoted.formatted(nearest));
  }

  private static int line(TomlTable table, String key) {
    var position = table.inputPositionOf(List.of(key));
    return position == null ? 1 : position.line();
  }

  private void problem(int line, String sentence) {
    problems.add(new Problem(line, sentence));
  }
}
