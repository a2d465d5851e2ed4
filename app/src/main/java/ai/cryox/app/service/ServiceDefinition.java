package ai.cryox.app.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// By what an operating system knows a service.
public enum ServiceDefinition {
  /// A unit of systemd.
  SYSTEMD,
  /// A property list of launchd.
  LAUNCHD,
  /// A configuration of WinSW.
  WINDOWS;

  /// What the definition is filled in with.
  ///
  /// @param program that is started
  /// @param settings the settings file
  /// @param data the data folder
  /// @param user as whom it runs
  public record Places(String program, String settings, String data, String user) {
    /// Where the installers put things.
    public static Places of(ServiceDefinition service) {
      return switch (service) {
        case SYSTEMD ->
            new Places("/opt/cryox/bin/Cryox", "/etc/cryox/cryox.toml", "/var/lib/cryox", "cryox");
        case LAUNCHD ->
            new Places(
                "/Applications/Cryox.app/Contents/MacOS/Cryox",
                "/Library/Application Support/Cryox/cryox.toml",
                "/Library/Application Support/Cryox/Data",
                "_cryox");
        case WINDOWS ->
            new Places(
                "C:\\Program Files\\Cryox\\Cryox.exe",
                "C:\\ProgramData\\Cryox\\cryox.toml",
                "C:\\ProgramData\\Cryox\\Data",
                "NT AUTHORITY\\LocalService");
      };
    }
  }

  /// The definition as text.
  public String text(Places places) {
    UnaryOperator<String> spelled =
        this == SYSTEMD ? ServiceDefinition::unit : ServiceDefinition::xml;
    return template()
        .replace("@program@", spelled.apply(places.program()))
        .replace("@settings@", spelled.apply(places.settings()))
        .replace("@data@", spelled.apply(places.data()))
        .replace("@user@", spelled.apply(places.user()));
  }

  private String template() {
    String name = name().toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream text =
        Objects.requireNonNull(ServiceDefinition.class.getResourceAsStream(name))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("The program's own " + name + " is broken.", broken);
    }
  }

  /// As one word of a unit: systemd's own signs are doubled, blanks need quotes.
  private static String unit(String word) {
    String escaped =
        word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%").replace("$", "$$");
    return escaped.indexOf(' ') < 0 ? escaped : '"' + escaped + '"';
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
