package ai.cryox.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox calibration`: the calibration register.
@Command(
    name = "calibration",
    mixinStandardHelpOptions = true,
    description =
        "Enter calibrations and list them, while a backend runs or while none does. Entries are"
            + " never changed; a later one takes the place of the former.",
    synopsisSubcommandLabel = "COMMAND")
public final class CalibrationCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
