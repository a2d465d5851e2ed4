package ai.cryox.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the ledger's head is kept, apart from the data.
final class LedgerHeadOption {
  @Option(
      names = "--ledger-head",
      paramLabel = "DIR",
      description =
          "The folder apart from the data that keeps the head of the ledger, so that data which"
              + " were cut off or brought back from before are noticed. Another disk or machine is"
              + " best. Usual: your state folder.")
  private @Nullable Path folder;

  Path folder() {
    Path asked = folder;
    return (asked == null
            ? usual(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")))
            : asked)
        .toAbsolutePath()
        .normalize();
  }

  /// Where each operating system wants what a program remembers; never where data lie.
  static Path usual(String system, Map<String, String> environment, Path home) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String roaming = environment.get("APPDATA");
      return (roaming == null ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
          .resolve("Cryox")
          .resolve("ledger");
    }
    if (os.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Cryox Ledger");
    }
    String xdg = environment.get("XDG_STATE_HOME");
    return (xdg == null || xdg.isBlank() ? home.resolve(".local").resolve("state") : Path.of(xdg))
        .resolve("cryox")
        .resolve("ledger");
  }
}
