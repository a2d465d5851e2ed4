package ai.cryox.app.cli;

import ai.cryox.app.log.Logs;
import ai.cryox.app.service.ReadyFile;
import ai.cryox.app.service.StopSignals;
import ai.cryox.app.service.Supervisor;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.connectors.otlp.OtlpExport;
import ai.cryox.connectors.otlp.OtlpSettings;
import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox serve`: the backend without a window.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Monitor without a window: take readings over MQTT, answer the API.",
    footer = {
      "",
      "Give --mqtts for devices with credentials (`cryox device` makes them), --insecure-loopback"
          + " for devices of this machine without, or both. --https-port serves the API to other"
          + " machines, whose callers sign in (`cryox user` makes accounts); without it, it serves"
          + " this one only.",
      "All of this can stand in a file: see `cryox settings`. `cryox service` makes the"
          + " definitions by which an operating system starts a server."
    })
public final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = System.getLogger(ServeCommand.class.getName());

  private final InstantSource clock;
  private final CountDownLatch asked;

  @Mixin private BackendOptions backend = new BackendOptions();

  @Option(
      names = "--insecure-loopback",
      description =
          "Open --mqtt as well and ask nobody there who they are; only on loopback addresses.")
  private boolean insecureLoopback;

  @Mixin private RelayOptions relay = new RelayOptions();
  @Mixin private HttpsOptions https = new HttpsOptions();
  @Mixin private LogOptions log = new LogOptions();
  @Mixin private OtlpOptions otlp = new OtlpOptions();

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "A file that is there while everything listens; it says where.")
  private @Nullable Path readyFile;

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public ServeCommand(InstantSource clock) {
    this(clock, new CountDownLatch(1));
  }

  /// @param asked serves until it is opened, by a signal or by whoever else has it
  ServeCommand(InstantSource clock, CountDownLatch asked) {
    this.clock = clock;
    this.asked = asked;
  }

  @Override
  public Integer call() throws InterruptedException {
    backend.takeSettings(spec);
    CommandLines.require(
        insecureLoopback || backend.mqtts() != null,
        spec,
        "There is nowhere for devices to connect. Give --mqtts 0.0.0.0:8883 for devices with"
            + " credentials, or --insecure-loopback to serve this machine alone.");
    OtlpSettings figures = otlp.settings(backend.folder(), spec);
    StopSignals.hear(asked::countDown);
    Monitoring monitoring =
        backend.start(clock, insecureLoopback, relay.settings(spec), https.settings(spec));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(monitoring::close));
    try (monitoring;
        Logs logs = log.open(backend.folder(), clock);
        OtlpExport export = export(figures, monitoring);
        ReadyFile ready = new ReadyFile(readyFile)) {
      if (export != null) {
        export.start();
      }
      serve(monitoring, ready);
      OrderlyStop.of(monitoring);
      logs.end("Stopped. All that was acknowledged is stored.");
    }
    return 0;
  }

  private @Nullable OtlpExport export(@Nullable OtlpSettings to, Monitoring monitoring) {
    return to == null ? null : new OtlpExport(to, monitoring.session().live(), clock);
  }

  private void serve(Monitoring monitoring, ReadyFile ready) throws InterruptedException {
    PrintWriter out = CommandLines.out(spec);
    Supervisor supervisor = Supervisor.of(System.getenv(), ProcessHandle.current().pid());
    List<String> addresses = addresses(monitoring);
    LOG.log(
        Level.INFO,
        "Cryox monitors. Data: {0}. {1}",
        backend.folder(),
        String.join(", ", addresses));
    out.printf("Cryox monitors. Data: %s%n", backend.folder());
    addresses.forEach(address ->
        out.printf("  %-7s  %s%n", address.startsWith("mqtt") ? "devices" : "API", address));
    if (monitoring.https() != null) {
      out.printf("  authority of its certificate, SHA-256 %s%n", monitoring.authorityFingerprint());
    }
    out.printf("Stop with Ctrl+C.%n");
    out.flush();
    ready.write(addresses);
    supervisor.ready("Monitors.");
    StatusLines lines = StatusLines.forServer(out);
    LifeSigns signs = new LifeSigns(supervisor, monitoring::isWorking);
    do {
      lines.show(monitoring.session().live().latest(), clock.instant());
      signs.give(clock.instant());
    } while (!asked.await(250, TimeUnit.MILLISECONDS));
    supervisor.stopping();
    ready.close();
    LOG.log(Level.INFO, "Asked to stop.");
    out.printf("Stopping; once more ends at once.%n");
    out.flush();
  }

  private List<String> addresses(Monitoring monitoring) {
    List<String> addresses = new ArrayList<>();
    HostPort secure = backend.mqtts();
    if (secure != null) {
      addresses.add("mqtts://" + new HostPort(secure.host(), monitoring.mqttsPort()));
    }
    if (insecureLoopback) {
      addresses.add("mqtt://" + new HostPort(backend.mqtt().host(), monitoring.mqttPort()));
    }
    HostPort others = monitoring.https();
    if (others != null) {
      addresses.add("https://%s/api/v1".formatted(others));
    }
    HostPort plain = new HostPort(backend.http().host(), monitoring.httpPort());
    addresses.add("http://%s/api/v1".formatted(plain));
    return addresses;
  }
}
