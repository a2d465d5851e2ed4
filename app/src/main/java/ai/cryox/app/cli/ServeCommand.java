package ai.cryox.app.cli;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import java.io.PrintWriter;
import java.time.InstantSource;
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
          + " for devices of this machine without, or both. Sign-in does not exist yet: the API"
          + " serves this machine only."
    })
public final class ServeCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private BackendOptions backend = new BackendOptions();

  @Option(
      names = "--insecure-loopback",
      description =
          "Open --mqtt as well and ask nobody there who they are; only on loopback addresses.")
  private boolean insecureLoopback;

  @Mixin private RelayOptions relay = new RelayOptions();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public ServeCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    backend.takeSettings(spec);
    CommandLines.require(
        insecureLoopback || backend.mqtts() != null,
        spec,
        "There is nowhere for devices to connect. Give --mqtts 0.0.0.0:8883 for devices with"
            + " credentials, or --insecure-loopback to serve this machine alone.");
    PrintWriter out = CommandLines.out(spec);
    CountDownLatch asked = new CountDownLatch(1);
    Monitoring monitoring = backend.start(clock, insecureLoopback, relay.settings(spec));
    Thread stop = CommandLines.stopOnSignal(monitoring, asked);
    out.printf("Cryox monitors. Data: %s%n", backend.folder());
    HostPort secure = backend.mqtts();
    if (secure != null) {
      out.printf("  devices  mqtts://%s%n", new HostPort(secure.host(), monitoring.mqttsPort()));
    }
    if (insecureLoopback) {
      out.printf("  devices  mqtt://%s:%d%n", backend.mqtt().host(), monitoring.mqttPort());
    }
    out.printf("  API      http://%s:%d/api/v1%n", backend.http().host(), monitoring.httpPort());
    out.printf("Stop with Ctrl+C.%n");
    out.flush();
    StatusLines lines = new StatusLines(out);
    do {
      lines.show(monitoring.session().live().latest(), clock.instant());
    } while (!asked.await(250, TimeUnit.MILLISECONDS));
    stop.join();
    return 0;
  }
}
