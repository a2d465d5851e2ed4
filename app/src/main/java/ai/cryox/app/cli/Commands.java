package ai.cryox.app.cli;

import ai.cryox.app.pictures.PictureWish;
import ai.cryox.app.wiring.HeadStart;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// All commands under one name.
public final class Commands {
  /// The program's name and version.
  static final String VERSION = Product.NAME;

  private static final int IN_THE_WAY = 1;

  /// Open a backend as soon as their own options are read.
  private static final Set<String> MONITORING = Set.of("console", "demo", "serve");

  /// Open a window whatever else their options say. The second is what measures the first.
  private static final List<List<String>> WINDOWS =
      List.of(List.of("console"), List.of("demo"), List.of("bench", "console"));

  /// With these among its options a command only says something.
  private static final Set<String> QUESTIONS = Set.of("-h", "--help", "-V", "--version");

  /// Tells of the options of other commands.
  private static final String KNOWS_OTHERS = "settings";

  private Commands() {}

  @Command(
      name = "cryox",
      mixinStandardHelpOptions = true,
      version = VERSION,
      description = "A cold store's control room on one machine.",
      synopsisSubcommandLabel = "COMMAND",
      footer = {"", "Try `cryox demo`, or `cryox COMMAND --help`."})
  private static final class Root extends CommandGroup {}

  /// Runs one command.
  ///
  /// @param clock everybody's clock
  /// @return the exit code
  public static int run(InstantSource clock, String... arguments) {
    quietLogging();
    String first = arguments.length == 0 ? "" : arguments[0];
    if (Toolkit.hasDisplay() && opensWindow(List.of(arguments))) {
      // A head start of the backend as well would take longer until somebody sees something, and
      // the console would stand there no earlier.
      Toolkit.wake();
    } else if (MONITORING.contains(first)) {
      HeadStart.begin();
    }
    return line(clock, first).execute(arguments);
  }

  /// Whether a window will open, as far as can be seen before the command line is read.
  static boolean opensWindow(List<String> arguments) {
    return arguments.stream().noneMatch(QUESTIONS::contains)
        && WINDOWS.stream()
            .anyMatch(words ->
                arguments.size() >= words.size()
                    && arguments.subList(0, words.size()).equals(words));
  }

  /// All commands.
  static CommandLine line(InstantSource clock) {
    return line(clock, "");
  }

  /// The command of that name alone, or all of them if there is none: to read the annotations of
  /// all takes most of a second on a slow machine, before anything else begins.
  ///
  /// @param first the first word of the command line
  static CommandLine line(InstantSource clock, String first) {
    Map<String, Supplier<Object>> all = all(clock);
    CommandLine line = new CommandLine(new Root());
    Supplier<Object> asked = first.equals(KNOWS_OTHERS) ? null : all.get(first);
    if (asked == null) {
      all.values().forEach(each -> line.addSubcommand(each.get()));
    } else {
      line.addSubcommand(asked.get());
    }
    return understanding(line);
  }

  /// What makes each command, by its name, in the order in which they are told of.
  private static Map<String, Supplier<Object>> all(InstantSource clock) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("demo", () -> new DemoCommand(clock));
    all.put("console", () -> new ConsoleCommand(clock));
    all.put("serve", () -> new ServeCommand(clock));
    all.put("screenshots", ScreenshotsCommand::new);
    all.put("rehearse", () -> new RehearseCommand(clock));
    all.put("secrets", SecretsCommand::new);
    all.put(KNOWS_OTHERS, SettingsCommand::new);
    all.put("service", ServiceCommand::new);
    all.put("simulate", () -> new SimulateCommand(clock));
    all.put("route", () -> new RouteCommand(clock));
    all.put("callouts", () -> new CalloutsCommand(clock));
    all.put("drill", () -> new DrillCommand(clock));
    all.put("user", () -> new UserCommand(clock));
    all.put("issuer", () -> new IssuerCommand(clock));
    all.put("audit", () -> new AuditCommand(clock));
    all.put("check", () -> new CheckCommand(clock));
    all.put("verify", VerifyCommand::new);
    all.put("ledger", LedgerCommand::new);
    all.put("export", ExportCommand::new);
    all.put("report", () -> new ReportCommand(clock));
    all.put("reports", () -> with(new ReportsCommand(clock), new ReportScheduleCommand()));
    all.put("letterhead", () -> new LetterheadCommand(clock));
    all.put(
        "calibration",
        () ->
            with(
                new CalibrationCommand(),
                new CalibrationAddCommand(clock),
                new CalibrationListCommand(clock)));
    all.put("backup", () -> new BackupCommand(clock));
    all.put("restore", () -> new RestoreCommand(clock));
    all.put(
        "device",
        () ->
            with(
                new DeviceCommand(),
                new DeviceAddCommand(clock),
                new DeviceListCommand(clock),
                new DeviceConfirmCommand(clock),
                new DevicePlaceCommand(clock),
                new DeviceDisableCommand(clock),
                new DeviceRotateCommand(clock),
                new DeviceTokenCommand(clock),
                new DeviceCertCommand(clock)));
    all.put(
        "bench",
        () ->
            with(
                new BenchCommand(),
                new BenchConsoleCommand(clock),
                new BenchListCommand(clock),
                new BenchTrendCommand(clock),
                new BenchScreensCommand(clock),
                new BenchShiftCommand(),
                new BenchLatencyCommand(clock),
                new BenchAlarmCommand(clock),
                new BenchApiCommand(clock),
                new BenchStoreCommand(),
                new BenchIngestCommand(clock),
                new BenchQueryCommand(),
                new BenchLimitsCommand(),
                new BenchReportCommand(),
                new BenchStartCommand(clock),
                new BenchCrashCommand()));
    return all;
  }

  private static CommandLine with(Object command, Object... below) {
    CommandLine line = new CommandLine(command);
    for (Object each : below) {
      line.addSubcommand(each);
    }
    return line;
  }

  /// Teaches it the words of arguments, and what to do with what is in the way.
  static CommandLine understanding(CommandLine line) {
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
