package ai.cryox.app.cli;

import ai.cryox.app.bench.StoreBench;
import ai.cryox.app.bench.TemporaryFolder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench store`.
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description =
        "How fast the store takes readings, against the bare driver in the same run, and how long a"
            + " paced stream waits for its acknowledgement.")
public final class BenchStoreCommand implements Callable<Integer> {
  @Mixin private BenchOutput options = new BenchOutput();

  @Option(
      names = "--rate",
      defaultValue = "400000",
      description = "Readings a second of the paced stream. Usual: ${DEFAULT-VALUE}.")
  private int rate = 400_000;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      options.print(
          CommandLines.out(spec), new StoreBench(folder.path()).measure(options.seconds(), rate));
    }
    return 0;
  }
}
