package ai.cryox.app.cli;

import ai.cryox.app.pictures.PictureWish;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Obstacle;
import ai.cryox.connectors.mqtt.BrokerAddress;
import ai.cryox.connectors.mqtt.MqttVersion;
import ai.cryox.connectors.oidc.RedirectAddress;
import ai.cryox.core.backend.Product;
import ai.cryox.core.ledger.VerifierKey;
import ai.cryox.simulator.SimulateCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// All commands under one name.
public final class Commands {
  /// The program's name and version.
  static final String VERSION = Product.NAME;

  private static final int IN_THE_WAY = 1;

  private Commands() {}

  @Command(
      name = "cryox",
      mixinStandardHelpOptions = true,
      version = VERSION,
      description = "A cold store's control room on one machine.",
      synopsisSubcommandLabel = "COMMAND",
      footer = {"", "Try `cryox demo`, or `cryox COMMAND --help`."})
  private static final class Root implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) {
        spec.commandLine().usage(spec.commandLine().getOut());
      }
    }
  }

  /// Runs one command.
  ///
  /// @param clock everybody's clock
  /// @return the exit code
  public static int run(InstantSource clock, String... arguments) {
    quietLogging();
    return line(clock).execute(arguments);
  }

  /// All commands.
  static CommandLine line(InstantSource clock) {
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new DemoCommand(clock))
            .addSubcommand(new ConsoleCommand(clock))
            .addSubcommand(new ServeCommand(clock))
            .addSubcommand(new ScreenshotsCommand())
            .addSubcommand(new SecretsCommand())
            .addSubcommand(new SettingsCommand())
            .addSubcommand(new ServiceCommand())
            .addSubcommand(new SimulateCommand(clock))
            .addSubcommand(new RouteCommand(clock))
            .addSubcommand(new CalloutsCommand(clock))
            .addSubcommand(new DrillCommand(clock))
            .addSubcommand(new UserCommand(clock))
            .addSubcommand(new IssuerCommand(clock))
            .addSubcommand(new AuditCommand(clock))
            .addSubcommand(new CheckCommand(clock))
            .addSubcommand(new VerifyCommand())
            .addSubcommand(new LedgerCommand())
            .addSubcommand(new ExportCommand())
            .addSubcommand(new ReportCommand(clock))
            .addSubcommand(
                new CommandLine(new ReportsCommand(clock))
                    .addSubcommand(new ReportScheduleCommand()))
            .addSubcommand(new LetterheadCommand(clock))
            .addSubcommand(
                new CommandLine(new CalibrationCommand())
                    .addSubcommand(new CalibrationAddCommand(clock))
                    .addSubcommand(new CalibrationListCommand(clock)))
            .addSubcommand(new BackupCommand(clock))
            .addSubcommand(new RestoreCommand(clock))
            .addSubcommand(
                new CommandLine(new DeviceCommand())
                    .addSubcommand(new DeviceAddCommand(clock))
                    .addSubcommand(new DeviceListCommand(clock))
                    .addSubcommand(new DeviceConfirmCommand(clock))
                    .addSubcommand(new DeviceDisableCommand(clock))
                    .addSubcommand(new DeviceRotateCommand(clock))
                    .addSubcommand(new DeviceTokenCommand(clock))
                    .addSubcommand(new DeviceCertCommand(clock)))
            .addSubcommand(
                new CommandLine(new BenchCommand())
                    .addSubcommand(new BenchConsoleCommand(clock))
                    .addSubcommand(new BenchListCommand(clock))
                    .addSubcommand(new BenchTrendCommand(clock))
                    .addSubcommand(new BenchShiftCommand())
                    .addSubcommand(new BenchLatencyCommand(clock))
                    .addSubcommand(new BenchAlarmCommand(clock))
                    .addSubcommand(new BenchApiCommand(clock))
                    .addSubcommand(new BenchStoreCommand())
                    .addSubcommand(new BenchIngestCommand(clock))
                    .addSubcommand(new BenchQueryCommand())
                    .addSubcommand(new BenchLimitsCommand())
                    .addSubcommand(new BenchReportCommand())
                    .addSubcommand(new BenchCrashCommand()));
    line.registerConverter(HostPort.class, text -> read(text, HostPort::parse));
    line.registerConverter(BrokerAddress.class, text -> read(text, BrokerAddress::parse));
    line.registerConverter(PictureWish.Size.class, text -> read(text, PictureWish.Size::parse));
    line.registerConverter(RedirectAddress.class, text -> read(text, RedirectAddress::parse));
    line.registerConverter(MqttVersion.class, text -> read(text, MqttVersion::parse));
    line.registerConverter(VerifierKey.class, text -> read(text, VerifierKey::parse));
    line.registerConverter(PointInTime.class, text -> read(text, PointInTime::parse));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((problem, command, parsed) -> {
      if (Obstacle.isOne(problem) || problem instanceof Toolkit.ToolkitException) {
        command.getErr().println("cryox: " + problem.getMessage());
        return IN_THE_WAY;
      }
      throw problem;
    });
    return line;
  }

  private static <T> T read(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException nonsense) {
      throw new CommandLine.TypeConversionException(nonsense.getMessage());
    }
  }

  private static void quietLogging() {
    try (InputStream settings = Commands.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The program's own logging.properties is broken.", unreadable);
    }
  }
}
