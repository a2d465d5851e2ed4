package ai.cryox.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `cryox device`: credentials of devices.
@Command(
    name = "device",
    mixinStandardHelpOptions = true,
    description =
        "Make and close the credentials of devices, while a backend runs or while none does.",
    synopsisSubcommandLabel = "COMMAND")
public final class DeviceCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
