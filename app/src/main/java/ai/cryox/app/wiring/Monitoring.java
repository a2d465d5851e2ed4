package ai.cryox.app.wiring;

import ai.cryox.app.seat.FrontDesk;
import ai.cryox.app.start.Workshop;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.control.ControlFile;
import ai.cryox.backend.endpoint.MqttEndpoint;
import ai.cryox.connectors.payload.JsonPayloadDecoder;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.ReadingSource;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A running backend with its wires. Closing stops the wires first, then works off what they had
/// taken.
public final class Monitoring implements FrontDesk, AutoCloseable {
  private final InstantSource clock;
  private final LocalBackend backend;
  private final Session session;
  private final MqttEndpoint endpoint;
  private final ApiServer api;
  private final @Nullable SecureApi secure;
  private final List<ReadingSource> sources;
  private final Path data;
  private @Nullable LocalWorkshop workshop;
  private boolean closed;

  Monitoring(
      InstantSource clock,
      LocalBackend backend,
      Session session,
      MqttEndpoint endpoint,
      ApiServer api,
      @Nullable SecureApi secure,
      List<ReadingSource> sources,
      Path data) {
    this.clock = clock;
    this.backend = backend;
    this.session = session;
    this.endpoint = endpoint;
    this.api = api;
    this.secure = secure;
    this.sources = sources;
    this.data = data;
  }

  @Override
  public Session signIn(SignIn who) {
    return backend.signIn(who);
  }

  /// Takes a payload beside the wires, as it would have come by one.
  ///
  /// @return whether there was room
  public boolean handIn(Origin origin, byte[] payload, Receipt receipt) {
    Decoded decoded = new JsonPayloadDecoder(backend.routes()).decode(origin, payload);
    return backend.sink().offer(new Delivery(origin, clock.instant(), payload, decoded, receipt));
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public boolean hasAccounts() {
    return backend.hasAccounts();
  }

  @Override
  public List<IssuerOffer> offers() {
    return backend.issuers();
  }

  @Override
  public synchronized Workshop workshop() {
    LocalWorkshop known = workshop;
    if (known == null) {
      known = new LocalWorkshop(mqttPort(), clock);
      workshop = known;
    }
    return known;
  }

  /// The TCP port devices of this machine connect to; 0 = none.
  public int mqttPort() {
    return endpoint.port();
  }

  /// The TCP port that devices with credentials connect to; 0 = none.
  public int mqttsPort() {
    return endpoint.securePort();
  }

  /// The TCP port of the API.
  public int httpPort() {
    return api.port();
  }

  /// Where the API answers other machines; `null` = nowhere.
  public @Nullable HostPort https() {
    return secure == null ? null : secure.where();
  }

  /// SHA-256 of the certificate of this installation's authority, `AB:CD:…`.
  public String authorityFingerprint() {
    return backend.identities().authorityFingerprint();
  }

  /// Whether the pipeline works. It stops by itself only on a fault of the program.
  public boolean isWorking() {
    return backend.isWorking();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      if (workshop != null) {
        workshop.close();
      }
      sources.forEach(ReadingSource::close);
      endpoint.close();
      if (secure != null) {
        secure.close();
      }
      try {
        ControlFile.delete(data);
      } finally {
        api.close();
        backend.close();
      }
    }
  }
}
