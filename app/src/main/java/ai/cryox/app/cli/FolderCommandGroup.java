package ai.cryox.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Commands about one data folder.
abstract class FolderCommandGroup extends CommandGroup {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data folder. Usual: your data folder.")
  private @Nullable Path data;

  /// The one that was named, or the usual one.
  final Path folder() {
    return DataFolder.orUsual(data);
  }
}
