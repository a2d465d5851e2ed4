package ai.cryox.app.settings;

/// One thing that can be set in the file, and on the command line.
///
/// @param section where in the file; empty = before the first section
/// @param key its name there
/// @param option the same on the command line, such as `--http`
/// @param kind what values it takes
/// @param sample a value for the example where there is no usual one, as the file spells it
public record Setting(String section, String key, String option, Kind kind, String sample) {
  /// Section and key.
  public String name() {
    return section.isEmpty() ? key : section + "." + key;
  }
}
