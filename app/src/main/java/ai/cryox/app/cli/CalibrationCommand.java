package ai.cryox.app.cli;

import picocli.CommandLine.Command;

/// `cryox calibration`: the calibration register.
@Command(
    name = "calibration",
    mixinStandardHelpOptions = true,
    description =
        "Enter calibrations and list them, while a backend runs or while none does. Entries are"
            + " never changed; a later one takes the place of the former.",
    synopsisSubcommandLabel = "COMMAND")
public final class CalibrationCommand extends CommandGroup {}
