package ai.cryox.app.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that leads to others. By itself it says which there are.
abstract class CommandGroup implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public final void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /// What was read of the command line; `null` only before that.
  final @Nullable CommandSpec spec() {
    return spec;
  }

  /// Where answers go.
  final PrintWriter out() {
    return CommandLines.out(spec);
  }
}
