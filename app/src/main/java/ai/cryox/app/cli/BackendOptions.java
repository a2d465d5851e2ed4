package ai.cryox.app.cli;

import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.backend.endpoint.RelaySettings;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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
    return start(clock, RelaySettings.OFF);
  }

  Monitoring start(InstantSource clock, RelaySettings relay) {
    return new Wiring(clock).start(folder(), http, mqtt, relay, CommandLines.userName());
  }
}
