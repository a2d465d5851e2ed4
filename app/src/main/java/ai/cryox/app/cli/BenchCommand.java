package ai.cryox.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox bench`: measures the real program on this machine.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure the real program on this machine.",
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
