package ai.cryox.app.cli;

import ai.cryox.app.bench.TemporaryFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A measurement in a folder of its own that is gone afterwards: measures, and prints the figures.
abstract class FolderBenchCommand implements Callable<Integer> {
  @Mixin private BenchOutput output = new BenchOutput();

  @Spec private @Nullable CommandSpec spec;

  /// Measures.
  ///
  /// @param folder an empty one
  /// @param seconds for how long, after a warm-up
  /// @return the figures by name, in order
  abstract Map<String, Double> measure(Path folder, int seconds) throws Exception;

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      output.print(CommandLines.out(spec), measure(folder.path(), output.seconds()));
    }
    return 0;
  }
}
