package ai.cryox.backend.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.endpoint.EndpointPorts;
import ai.cryox.backend.endpoint.EndpointSettings;
import ai.cryox.backend.endpoint.MqttEndpoint;
import ai.cryox.backend.endpoint.SecurePort;
import ai.cryox.backend.relay.TopicHandler;
import ai.cryox.backend.store.DataDirectory;
import ai.cryox.backend.store.SqliteAuditStore;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Control;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.PayloadDecoder;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A whole backend with a secure port, on a clock that the test moves.
///
/// Its payloads are the temperature as text, in °C.
final class SecureFixture implements AutoCloseable, InstantSource {
  /// Short enough for tests, long enough to be seen.
  static final Delays DELAYS =
      new Delays(
          Duration.ofMillis(20),
          Duration.ofMillis(5),
          Duration.ofMillis(50),
          Duration.ofMinutes(10));

  private static final PayloadDecoder TEMPERATURE =
      (origin, payload) -> {
        try {
          String facility = Objects.requireNonNullElse(origin.facilityId(), "nowhere");
          double value = Double.parseDouble(new String(payload, StandardCharsets.UTF_8));
          Instant time = Instant.ofEpochMilli(Math.round(value * 1000) + 1_700_000_000_000L);
          return new Decoded(
              List.of(Reading.of(Objects.requireNonNull(origin.deviceId()), facility, time, value)),
              List.of());
        } catch (NumberFormatException noNumber) {
          return Decoded.failed(Fault.Reason.MALFORMED_JSON, "This is no temperature.");
        }
      };

  final LocalBackend backend;
  final MqttEndpoint endpoint;
  final Session session;
  final Control control;
  private final Path folder;

  /// A client checks the server's certificate against the real time.
  private volatile Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);

  SecureFixture(Path folder) {
    this(folder, DELAYS);
  }

  SecureFixture(Path folder, Delays delays) {
    this.folder = folder;
    backend = new LocalBackend(BackendSettings.at(folder), this, delays);
    Identities identities = backend.identities();
    control = identities.control("tester");
    endpoint =
        new MqttEndpoint(
            EndpointSettings.at(null),
            new EndpointPorts(TEMPERATURE, backend.sink(), backend.relay(), TopicHandler.NONE),
            new SecurePort(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                identities.tls(List.of("cold.example")),
                identities.authenticator()),
            this);
    backend.start();
    endpoint.start();
    session = backend.signIn(new SignIn.Desk("tester"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void move(Duration by) {
    now = now.plus(by);
  }

  /// Calls with the device's id and more names and values.
  Map<String, String> call(String call, String deviceId, String... more) {
    Map<String, String> with = new HashMap<>(Map.of("deviceId", deviceId));
    for (int i = 0; i < more.length; i += 2) {
      with.put(more[i], more[i + 1]);
    }
    return control.call(call, with).getFirst();
  }

  /// Adds a device in `north`.
  Map<String, String> add(String deviceId, String method, String... more) {
    String[] all = Arrays.copyOf(more, more.length + 4);
    all[more.length] = "facilityId";
    all[more.length + 1] = "north";
    all[more.length + 2] = "method";
    all[more.length + 3] = method;
    return call("device/add", deviceId, all);
  }

  /// The certificate that clients trust.
  X509Certificate authority() {
    try {
      return TestCertificates.read(
          Files.readString(folder.resolve("identity").resolve("authority.pem")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  TlsClient client(String... protocols) {
    return new TlsClient(endpoint.securePort(), authority(), null, protocols);
  }

  TlsClient client(TlsClient.Identity identity, String... protocols) {
    return new TlsClient(endpoint.securePort(), authority(), identity, protocols);
  }

  /// How many readings of `north` are stored.
  long stored() {
    Instant end = now.plus(Duration.ofDays(9));
    ReadingQuery all = ReadingQuery.ofFacility("north", Instant.EPOCH, end);
    return session.readings(all, PageRequest.first(100)).items().size();
  }

  int rejections() {
    return session.rejections(PageRequest.first(100)).items().size();
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "Waited in vain: " + what);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /// Stops everything and reads what the audit trail then holds, oldest first.
  List<AuditEntry> stopAndReadAudit() {
    close();
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory)) {
      return new SqliteAuditStore(database)
          .read(
              new AuditQuery(Instant.EPOCH, Instant.ofEpochSecond(1L << 40), null, null, null),
              PageRequest.first(1_000))
          .items()
          .reversed();
    }
  }

  @Override
  public void close() {
    endpoint.close();
    backend.close();
  }
}
