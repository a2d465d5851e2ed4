package ai.cryox.app.wiring;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.endpoint.EndpointSettings;
import ai.cryox.backend.endpoint.MqttEndpoint;
import ai.cryox.connectors.mqtt.BrokerSettings;
import ai.cryox.connectors.mqtt.MqttReadingSource;
import ai.cryox.connectors.payload.JsonPayloadDecoder;
import ai.cryox.connectors.payload.JsonPayloadEncoder;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.reading.ReadingSource;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/// Joins the parts by plain constructors. The one place that picks implementations.
public final class Wiring {
  private final InstantSource clock;

  /// @param clock everybody's clock
  public Wiring(InstantSource clock) {
    this.clock = clock;
  }

  /// Opens the data folder alone: nobody can connect.
  ///
  /// @throws RuntimeException one of {@link Obstacle#isOne}
  public LocalBackend withoutWires(Path data) {
    LocalBackend backend = new LocalBackend(BackendSettings.at(data), clock);
    backend.start();
    return backend;
  }

  /// Opens the data folder and listens for devices and API callers.
  ///
  /// @param userName who sits at this machine
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public Monitoring start(Path data, HostPort http, HostPort mqtt, String userName) {
    return start(data, http, mqtt, userName, List.of());
  }

  /// Opens the data folder, listens, and takes readings from other brokers too.
  ///
  /// @param userName who sits at this machine
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public Monitoring start(
      Path data, HostPort http, HostPort mqtt, String userName, List<BrokerSettings> brokers) {
    LocalBackend backend = new LocalBackend(BackendSettings.at(data), clock);
    List<ReadingSource> sources = sources(brokers, backend);
    Session session = backend.signIn(new SignIn.Desk(userName));
    InetSocketAddress address = new InetSocketAddress(mqtt.host(), mqtt.port());
    MqttEndpoint endpoint =
        new MqttEndpoint(
            EndpointSettings.at(address),
            new JsonPayloadDecoder(backend.routes()),
            backend.sink(),
            clock);
    ApiServer api =
        new ApiServer(
            new ApiSettings(http.host(), http.port()), session, new JsonPayloadEncoder(), clock);
    backend.countConnections(endpoint::connections);
    backend.watchLinks(() -> links(sources));
    Monitoring monitoring = new Monitoring(backend, session, endpoint, api, sources);
    try {
      backend.start();
      endpoint.start();
      api.start();
      sources.forEach(ReadingSource::start);
    } catch (RuntimeException failed) {
      monitoring.close();
      throw failed;
    }
    return monitoring;
  }

  private List<ReadingSource> sources(List<BrokerSettings> brokers, LocalBackend backend) {
    SplittableRandom random = new SplittableRandom(clock.millis());
    try {
      return brokers.stream().map(broker -> source(broker, backend, random.split())).toList();
    } catch (RuntimeException unusable) {
      backend.close();
      throw unusable;
    }
  }

  private ReadingSource source(
      BrokerSettings broker, LocalBackend backend, SplittableRandom random) {
    return new MqttReadingSource(
        broker, new JsonPayloadDecoder(backend.routes()), backend.sink(), clock, random);
  }

  private static List<LinkStatus> links(List<ReadingSource> sources) {
    return sources.stream().flatMap(source -> source.links().stream()).toList();
  }
}
