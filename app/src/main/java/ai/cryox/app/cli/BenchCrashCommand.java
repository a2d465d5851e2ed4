package ai.cryox.app.cli;

import ai.cryox.app.bench.CrashBench;
import ai.cryox.app.bench.TemporaryFolder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox bench crash`.
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    description =
        "Kill a process that writes, again and again, and look whether all it acknowledged is"
            + " there.")
public final class BenchCrashCommand implements Callable<Integer> {
  @Mixin private BenchOutput options = new BenchOutput();

  @Option(
      names = "--kills",
      defaultValue = "10",
      description = "How often. Usual: ${DEFAULT-VALUE}.")
  private int kills = 10;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      options.print(CommandLines.out(spec), new CrashBench(folder.path()).measure(kills));
    }
    return 0;
  }
}
