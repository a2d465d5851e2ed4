package ai.cryox.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which data folder is meant.
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder that holds everything; made if need be. Usual: your data folder.")
  private @Nullable Path data;

  Path folder() {
    return DataFolder.orUsual(data);
  }
}
