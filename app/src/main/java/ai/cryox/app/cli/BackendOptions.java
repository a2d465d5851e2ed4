package ai.cryox.app.cli;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.connectors.mqtt.BrokerSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Where a backend keeps its data and where it listens.
final class BackendOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder that holds everything; made if need be. Usual: your data folder.")
  private @Nullable Path data;

  @Option(
      names = "--http",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8080",
      description = "Where the API answers. Usual: ${DEFAULT-VALUE}.")
  private HostPort http = HostPort.ANY;

  @Option(
      names = "--mqtt",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:1883",
      description = "Where devices connect. Usual: ${DEFAULT-VALUE}.")
  private HostPort mqtt = HostPort.ANY;

  @ArgGroup(
      exclusive = false,
      multiplicity = "0..*",
      heading = "%nReadings from other brokers; what follows a --broker belongs to it:%n")
  private List<BrokerOptions> brokers = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  Path folder() {
    return (data == null ? DataFolder.usual() : data).toAbsolutePath().normalize();
  }

  HostPort http() {
    return http;
  }

  HostPort mqtt() {
    return mqtt;
  }

  Monitoring start(InstantSource clock) {
    String clientId = ClientIds.usual(folder());
    List<BrokerSettings> settings =
        brokers.stream().map(broker -> broker.settings(clientId, spec)).toList();
    return new Wiring(clock).start(folder(), http, mqtt, CommandLines.userName(), settings);
  }
}
