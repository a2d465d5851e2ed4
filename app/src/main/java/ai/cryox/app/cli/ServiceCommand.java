package ai.cryox.app.cli;

import ai.cryox.app.service.ServiceDefinition;
import ai.cryox.app.service.ServiceDefinition.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cryox service`: how an operating system starts a server.
@Command(
    name = "service",
    mixinStandardHelpOptions = true,
    description = "Make the definition by which an operating system starts `cryox serve`.",
    synopsisSubcommandLabel = "print",
    footer = {
      "",
      "  cryox service print systemd > /etc/systemd/system/cryox.service",
      "The definition's first lines say where it belongs."
    })
public final class ServiceCommand extends CommandGroup {
  @Command(name = "print", description = "Print a definition.")
  int print(
      @Parameters(
              paramLabel = "systemd|launchd|windows",
              description = "For which supervisor: systemd, launchd, or WinSW on Windows.")
          ServiceDefinition service,
      @Option(
              names = "--program",
              paramLabel = "FILE",
              description = "What is started. Usual: this program, else the installed one.")
          @Nullable String program,
      @Option(
              names = "--settings",
              paramLabel = "FILE",
              description = "The settings file. Usual: where the system keeps such.")
          @Nullable String settings,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              description = "The data folder. Usual: where the system keeps such.")
          @Nullable String data,
      @Option(
              names = "--user",
              paramLabel = "NAME",
              description = "As whom it runs; never an administrator. Usual: cryox.")
          @Nullable String user) {
    Places usual = Places.of(service);
    Places places =
        new Places(
            program == null ? Launcher.path(usual.program()) : program,
            settings == null ? usual.settings() : settings,
            data == null ? usual.data() : data,
            user == null ? usual.user() : user);
    out().print(service.text(places));
    out().flush();
    return 0;
  }
}
