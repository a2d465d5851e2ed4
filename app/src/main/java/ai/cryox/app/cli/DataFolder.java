package ai.cryox.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where data lie when nobody says otherwise: where each operating system wants them.
final class DataFolder {
  private DataFolder() {}

  /// @param data what somebody said; `null` = the usual one
  static Path orUsual(@Nullable Path data) {
    return (data == null ? usual() : data).toAbsolutePath().normalize();
  }

  static Path usual() {
    return usual(System.getProperty("os.name", ""), System.getenv(), home());
  }

  static Path usual(String system, Map<String, String> environment, Path home) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String local = environment.get("LOCALAPPDATA");
      return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local))
          .resolve("Cryox");
    }
    if (os.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Cryox");
    }
    String xdg = environment.get("XDG_DATA_HOME");
    return (xdg == null || xdg.isBlank() ? home.resolve(".local").resolve("share") : Path.of(xdg))
        .resolve("cryox");
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", "."));
  }
}
