package ai.cryox.app.wiring;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.endpoint.EndpointPorts;
import ai.cryox.backend.endpoint.EndpointSettings;
import ai.cryox.backend.endpoint.MqttEndpoint;
import ai.cryox.backend.endpoint.RelaySettings;
import ai.cryox.connectors.payload.JsonPayloadDecoder;
import ai.cryox.connectors.payload.JsonPayloadEncoder;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;

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

  /// Opens the data folder and listens; MQTT clients speak to the backend alone.
  ///
  /// @param userName who sits at this machine
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public Monitoring start(Path data, HostPort http, HostPort mqtt, String userName) {
    return start(data, http, mqtt, RelaySettings.OFF, userName);
  }

  /// Opens the data folder and listens for devices and API callers.
  ///
  /// @param relay whether MQTT clients may speak to each other
  /// @param userName who sits at this machine
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public Monitoring start(
      Path data, HostPort http, HostPort mqtt, RelaySettings relay, String userName) {
    LocalBackend backend = new LocalBackend(BackendSettings.at(data), clock);
    Session session = backend.signIn(new SignIn.Desk(userName));
    InetSocketAddress address = new InetSocketAddress(mqtt.host(), mqtt.port());
    MqttEndpoint endpoint =
        new MqttEndpoint(
            EndpointSettings.at(address).with(relay),
            new EndpointPorts(
                new JsonPayloadDecoder(backend.routes()),
                backend.sink(),
                backend.relay(),
                backend.topics()),
            clock);
    ApiServer api =
        new ApiServer(
            new ApiSettings(http.host(), http.port()), session, new JsonPayloadEncoder(), clock);
    backend.countConnections(endpoint::connections);
    backend.countDropped(endpoint::dropped);
    Monitoring monitoring = new Monitoring(backend, session, endpoint, api);
    try {
      backend.start();
      endpoint.start();
      api.start();
    } catch (RuntimeException failed) {
      monitoring.close();
      throw failed;
    }
    return monitoring;
  }
}
