package ai.cryox.app.cli;

import picocli.CommandLine.Command;

/// `cryox device`: credentials of devices.
@Command(
    name = "device",
    mixinStandardHelpOptions = true,
    description =
        "Make and close the credentials of devices, while a backend runs or while none does.",
    synopsisSubcommandLabel = "COMMAND")
public final class DeviceCommand extends CommandGroup {}
