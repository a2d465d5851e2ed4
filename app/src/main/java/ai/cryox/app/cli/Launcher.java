package ai.cryox.app.cli;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/// By which file this program was started.
final class Launcher {
  private Launcher() {}

  /// @param otherwise where it cannot be told
  static String path(String otherwise) {
    String packaged = System.getProperty("jpackage.app-path", "");
    if (!packaged.isEmpty()) {
      return packaged;
    }
    String name = File.separatorChar == '\\' ? "cryox.cmd" : "cryox";
    for (Path folder = classes(); folder != null; folder = folder.getParent()) {
      Path script = folder.resolve(name);
      if (Files.isRegularFile(script) && Files.isExecutable(script)) {
        return script.toString();
      }
    }
    return otherwise;
  }

  private static @Nullable Path classes() {
    CodeSource source = Launcher.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? null : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException odd) {
      return null;
    }
  }
}
