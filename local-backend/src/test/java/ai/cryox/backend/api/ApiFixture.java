package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.PayloadEncoder;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A server on a free port over a backend of its own with two facilities, and a client that talks
/// to it.
final class ApiFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2024-12-01T15:00:00Z");
  static final String FACILITY = "/api/v1/facilities/warehouse_001";

  /// Stands in for the codec of `connectors`, which this module does not know.
  private static final PayloadEncoder ENCODER =
      message ->
          "{\"deviceId\":\"%s\",\"timestamp\":\"%s\",\"temperature\":%s}"
              .formatted(message.deviceId(), message.time(), ((Reading) message).temperature());

  final Session session;
  final ApiServer server;
  private final Path folder;
  private final LocalBackend backend;
  private final HttpClient client;
  private final boolean secure;
  private volatile PayloadEncoder encoder = ENCODER;

  ApiFixture(Path folder) {
    this(folder, (_, plain) -> plain);
  }

  /// @param settings made from those for plain HTTP on a free port
  ApiFixture(Path folder, BiFunction<LocalBackend, ApiSettings, ApiSettings> settings) {
    this.folder = folder;
    backend = new LocalBackend(BackendSettings.at(folder), new SteppingClock());
    session = backend.signIn(new SignIn.Desk("Ada"));
    ApiSettings these = settings.apply(backend, new ApiSettings("127.0.0.1", 0));
    secure = these.tls() != null;
    client =
        secure
            ? HttpClient.newBuilder().sslContext(trustingAuthority()).build()
            : HttpClient.newHttpClient();
    server =
        new ApiServer(
            these,
            session,
            message -> encoder.encode(message),
            InstantSource.fixed(NOW),
            backend.apiPorts(),
            null);
    backend.start();
    server.start();
    if (session.live().latest().devices().isEmpty()) {
      session.register(Device.unconfirmed("temp_001", "warehouse_001", NOW));
      session.register(Device.unconfirmed("temp_009", "warehouse_002", NOW));
    }
  }

  /// TLS with a certificate of the facility's own authority.
  static ApiFixture overTls(Path folder) {
    return new ApiFixture(
        folder,
        (backend, plain) ->
            plain.with(new ApiTls(backend.identities().tls(List.of()), Set.of("localhost"))));
  }

  /// For clients who know the authority and nobody else.
  SSLContext trustingAuthority() {
    try (InputStream pem = Files.newInputStream(folder.resolve("identity/authority.pem"))) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException broken) {
      throw new AssertionError(broken);
    }
  }

  /// The backend's clock: at each look a tenth of a second later, so that every batch publishes a
  /// snapshot, whatever the machine's pace.
  private static final class SteppingClock implements InstantSource {
    private final AtomicLong looks = new AtomicLong();

    @Override
    public Instant instant() {
      return NOW.plusMillis(100 * looks.incrementAndGet());
    }
  }

  /// A reading that came in when it was taken; stored when this returns.
  void reading(String time, double temperature) throws InterruptedException {
    reading(Instant.parse(time), temperature);
  }

  private void reading(Instant time, double temperature) throws InterruptedException {
    assertTrue(offer(time, temperature).await(60, TimeUnit.SECONDS), "not stored in a minute");
  }

  /// What a device says of its power, W, and efficiency; stored when this returns.
  void telemetry(List<Telemetry> messages) throws InterruptedException {
    CountDownLatch stored = new CountDownLatch(1);
    Origin origin = new Origin("temp_001", "test", "temp_001", null, Map.of());
    Decoded decoded = new Decoded(List.copyOf(messages), List.of());
    assertTrue(
        backend.sink().offer(new Delivery(origin, NOW, new byte[0], decoded, stored::countDown)),
        "the queue is full");
    assertTrue(stored.await(60, TimeUnit.SECONDS), "not stored in a minute");
  }

  /// @return opened when the reading is stored
  CountDownLatch offer(Instant time, double temperature) {
    CountDownLatch stored = new CountDownLatch(1);
    Reading reading = Reading.of("temp_001", "warehouse_001", time, temperature);
    Origin origin = new Origin("temp_001", "test", "temp_001", null, Map.of());
    Decoded decoded = new Decoded(List.of(reading), List.of());
    assertTrue(
        backend.sink().offer(new Delivery(origin, time, new byte[0], decoded, stored::countDown)),
        "the queue is full");
    return stored;
  }

  /// Raises the seed's high alarm.
  ///
  /// @param temperature °C: above 5 critical, above 3 a warning
  /// @return the alarm's id
  String alarm(Duration ago, double temperature) throws InterruptedException {
    Instant time = NOW.minus(ago);
    reading(time, temperature);
    return "temp_001_HIGH_" + time.toEpochMilli();
  }

  /// Raises an alarm, sees it return and acknowledges it.
  String pastAlarm(Duration ago, double temperature) throws InterruptedException {
    String alarmId = alarm(ago, temperature);
    reading(NOW.minus(ago).plusSeconds(30), 2.0);
    session.alarmActions().acknowledge(List.of(alarmId), "");
    return alarmId;
  }

  /// From now on readings are written for the wire like this.
  void encodeWith(PayloadEncoder other) {
    encoder = other;
  }

  /// Changes the data file behind the backend's back.
  void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cryox.db"));
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    String base = secure ? "https://localhost:" : "http://127.0.0.1:";
    return HttpRequest.newBuilder(URI.create(base + server.port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  /// Every answer must be as the API's own description says.
  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    DescribedAnswers.check(answer);
    return answer;
  }

  /// The answer's body is read as it comes.
  HttpResponse<InputStream> open(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
    return client.sendAsync(
        request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
    backend.close();
  }
}
