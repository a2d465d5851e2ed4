package ai.cryox.app.wiring;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.api.ControlAccess;
import ai.cryox.backend.control.ControlFile;
import ai.cryox.backend.endpoint.EndpointPorts;
import ai.cryox.backend.endpoint.EndpointSettings;
import ai.cryox.backend.endpoint.MqttEndpoint;
import ai.cryox.backend.endpoint.RelaySettings;
import ai.cryox.backend.endpoint.SecurePort;
import ai.cryox.backend.identity.GivenCertificate;
import ai.cryox.backend.identity.Identities;
import ai.cryox.connectors.mqtt.BrokerSettings;
import ai.cryox.connectors.mqtt.MqttReadingSource;
import ai.cryox.connectors.notify.NotificationChannels;
import ai.cryox.connectors.payload.JsonPayloadDecoder;
import ai.cryox.connectors.payload.JsonPayloadEncoder;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.link.LinkStatus;
import ai.cryox.core.reading.ReadingSource;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Joins the parts by plain constructors. The one place that picks implementations.
public final class Wiring {
  private final InstantSource clock;
  private final @Nullable Path ledgerHead;
  private final @Nullable LongSupplier steadyNanos;

  /// The ledger's head is kept nowhere but in the data.
  ///
  /// @param clock everybody's clock
  public Wiring(InstantSource clock) {
    this(clock, null);
  }

  /// @param clock everybody's clock
  /// @param ledgerHead the folder that keeps the ledger's head apart from the data, or `null`
  public Wiring(InstantSource clock, @Nullable Path ledgerHead) {
    this(clock, ledgerHead, System::nanoTime);
  }

  private Wiring(
      InstantSource clock, @Nullable Path ledgerHead, @Nullable LongSupplier steadyNanos) {
    this.clock = clock;
    this.ledgerHead = ledgerHead;
    this.steadyNanos = steadyNanos;
  }

  /// For a clock that is moved by hand: that it jumps is no trouble of this machine's.
  public static Wiring onStagedClock(InstantSource clock) {
    return new Wiring(clock, null, null);
  }

  /// Opens the data folder and listens for devices and API callers of this machine; MQTT clients
  /// speak to the backend alone.
  ///
  /// @param userName who sits at this machine
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public Monitoring start(Path data, HostPort http, HostPort mqtt, String userName) {
    return start(data, Doors.onLoopback(http, mqtt), RelaySettings.OFF, userName, List.of());
  }

  /// The same for somebody who takes less than the desk gives.
  ///
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public Monitoring start(Path data, HostPort http, HostPort mqtt, SignIn.Desk desk) {
    return start(
        BackendSettings.at(data).withLedgerHead(ledgerHead),
        Doors.onLoopback(http, mqtt),
        RelaySettings.OFF,
        desk,
        List.of());
  }

  /// Opens the data folder, listens for devices and API callers, and takes readings from other
  /// brokers too.
  ///
  /// @param relay whether MQTT clients may speak to each other
  /// @param userName who sits at this machine
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public Monitoring start(
      Path data, Doors doors, RelaySettings relay, String userName, List<BrokerSettings> brokers) {
    return start(
        BackendSettings.at(data).withLedgerHead(ledgerHead),
        doors,
        relay,
        new SignIn.Desk(userName),
        brokers);
  }

  /// The same with more decided of the backend, and of who sits at this machine.
  ///
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public Monitoring start(
      BackendSettings settings,
      Doors doors,
      RelaySettings relay,
      SignIn.Desk desk,
      List<BrokerSettings> brokers) {
    LocalBackend backend = new LocalBackend(settings, clock);
    backend.notifyBy(NotificationChannels.all(clock));
    try {
      return start(backend, settings.data(), doors, relay, desk, brokers);
    } catch (RuntimeException failed) {
      backend.close();
      throw failed;
    }
  }

  private Monitoring start(
      LocalBackend backend,
      Path data,
      Doors doors,
      RelaySettings relay,
      SignIn.Desk desk,
      List<BrokerSettings> brokers) {
    List<ReadingSource> sources = sources(brokers, backend);
    Session session = backend.signIn(desk);
    Identities identities = backend.identities();
    MqttEndpoint endpoint =
        new MqttEndpoint(
            EndpointSettings.at(address(doors.mqtt())).with(relay),
            new EndpointPorts(
                new JsonPayloadDecoder(backend.routes()),
                backend.sink(),
                backend.relay(),
                backend.topics()),
            securePort(doors, identities),
            clock);
    String token = ControlFile.freshToken();
    HostPort http = doors.http();
    ApiServer api =
        new ApiServer(
            new ApiSettings(http.host(), http.port()),
            session,
            new JsonPayloadEncoder(),
            clock,
            backend.apiPorts(),
            new ControlAccess(backend.control(desk.name()), token),
            backend.reception());
    backend.surroundings().countConnections(endpoint::connections);
    backend.surroundings().watchLinks(() -> links(sources));
    backend.surroundings().countDropped(endpoint::dropped);
    if (steadyNanos != null) {
      backend.surroundings().watchClock(steadyNanos);
    }
    SecureApi secure =
        secureApi(
            doors,
            identities,
            settings ->
                new ApiServer(
                    settings,
                    session,
                    new JsonPayloadEncoder(),
                    clock,
                    backend.apiPorts(),
                    null,
                    backend.reception()));
    Monitoring monitoring =
        new Monitoring(clock, backend, session, endpoint, api, secure, sources, data);
    try {
      backend.start();
      endpoint.start();
      api.start();
      if (secure != null) {
        secure.start();
      }
      sources.forEach(ReadingSource::start);
      identities.listening(endpoint.securePort(), endpoint.port());
      HostPort answers = new HostPort(http.host(), api.port());
      new ControlFile(URI.create("http://" + answers), token).write(data);
    } catch (RuntimeException failed) {
      monitoring.close();
      throw failed;
    }
    return monitoring;
  }

  private List<ReadingSource> sources(List<BrokerSettings> brokers, LocalBackend backend) {
    SplittableRandom random = new SplittableRandom(clock.millis());
    return brokers.stream().map(broker -> source(broker, backend, random.split())).toList();
  }

  private ReadingSource source(
      BrokerSettings broker, LocalBackend backend, SplittableRandom random) {
    return new MqttReadingSource(
        broker, new JsonPayloadDecoder(backend.routes()), backend.sink(), clock, random);
  }

  private static List<LinkStatus> links(List<ReadingSource> sources) {
    return sources.stream().flatMap(source -> source.links().stream()).toList();
  }

  private @Nullable SecureApi secureApi(
      Doors doors, Identities identities, Function<ApiSettings, ApiServer> server) {
    Https https = doors.https();
    if (https == null) {
      return null;
    }
    GivenCertificate given = https.certificate();
    CertificateSource source =
        given == null
            ? new CertificateSource.Own(identities, doors.tlsNames())
            : new CertificateSource.Given(given);
    return new SecureApi(https.where(), source, clock, server);
  }

  private static @Nullable SecurePort securePort(Doors doors, Identities identities) {
    InetSocketAddress address = address(doors.mqtts());
    return address == null
        ? null
        : new SecurePort(address, identities.tls(doors.tlsNames()), identities.authenticator());
  }

  private static @Nullable InetSocketAddress address(@Nullable HostPort where) {
    return where == null ? null : new InetSocketAddress(where.host(), where.port());
  }
}
