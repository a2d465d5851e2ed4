package ai.cryox.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The data folder of a command that looks at what is there.
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder that holds everything. Usual: your data folder.")
  private @Nullable Path data;

  Path folder() {
    return DataFolder.orUsual(data);
  }
}
