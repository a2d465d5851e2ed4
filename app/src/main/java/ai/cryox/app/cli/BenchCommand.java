package ai.cryox.app.cli;

import picocli.CommandLine.Command;

/// `cryox bench`: measures the real program on this machine.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure the real program on this machine.",
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand extends CommandGroup {}
