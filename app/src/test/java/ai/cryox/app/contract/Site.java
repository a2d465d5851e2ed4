package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.link.Await;
import ai.cryox.app.link.CuttingProxy;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.api.ApiTls;
import ai.cryox.connectors.cloud.CloudBackend;
import ai.cryox.connectors.cloud.CloudSettings;
import ai.cryox.connectors.cloud.ServerCertificate;
import ai.cryox.connectors.payload.JsonPayloadDecoder;
import ai.cryox.connectors.payload.JsonPayloadEncoder;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A cold store with two facilities, its backend, and the server in front of it.
public final class Site implements AutoCloseable {
  /// A facility.
  public static final String NORTH = "north";

  /// Another one.
  public static final String SOUTH = "south";

  /// Beside the data.
  public final LocalBackend backend;

  /// Somebody who sits there.
  public final Session desk;

  /// When it began.
  public final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final InstantSource clock = InstantSource.system();
  private final JsonPayloadDecoder decoder;
  private final ApiServer server;

  /// The way to the server.
  public final CuttingProxy way;

  /// Starts it.
  public Site(Path folder) throws IOException {
    this(folder, null);
  }

  /// Starts it.
  ///
  /// @param plainPort where its server listens without TLS; `null` = anywhere, with TLS
  public Site(Path folder, @Nullable Integer plainPort) throws IOException {
    backend = new LocalBackend(BackendSettings.at(folder), clock);
    desk = backend.signIn(new SignIn.Desk("Ada"));
    decoder = new JsonPayloadDecoder(backend.routes());
    backend.start();
    server =
        new ApiServer(
            plainPort == null
                ? new ApiSettings("127.0.0.1", 0)
                    .with(new ApiTls(backend.identities().tls(List.of()), Set.of()))
                : new ApiSettings("127.0.0.1", plainPort),
            desk,
            new JsonPayloadEncoder(),
            clock);
    server.start();
    way = new CuttingProxy(server.port(), new SplittableRandom(1));
    desk.register(Device.unconfirmed("temp_001", NORTH, begin));
    desk.register(Device.unconfirmed("temp_002", SOUTH, begin));
    Await.until("the desk's first picture", () -> desk.live().latest().devices().size() == 2);
  }

  /// Of the server, through the way that can be cut.
  public URI address() {
    return URI.create("https://localhost:" + way.port());
  }

  /// A connection that trusts this server's certificate and no other.
  public CloudBackend connect() {
    return connect(null);
  }

  /// The same, remembering in a folder.
  public CloudBackend connect(@Nullable Path remembering) {
    CloudSettings settings =
        CloudSettings.of("Site", address(), Place.FACILITY_SERVER).withRequestsPerHour(0);
    ServerCertificate shown = Objects.requireNonNull(CloudBackend.certificate(settings));
    return new CloudBackend(settings.withPin(shown.sha256()).in(remembering), clock);
  }

  /// Hands in a reading; stored when this returns.
  public void reading(String deviceId, Instant time, double celsius) {
    String facility = deviceId.equals("temp_002") ? SOUTH : NORTH;
    payload(
        deviceId,
        "{\"id\":\"%s_%d\",\"deviceId\":\"%s\",\"facilityId\":\"%s\",\"timestamp\":\"%s\",\"temperature\":%s,\"humidity\":65.2,\"confidence\":0.95}"
            .formatted(deviceId, time.toEpochMilli(), deviceId, facility, time, celsius));
  }

  /// Hands in whatever a device says; stored when this returns.
  public void payload(String deviceId, String json) {
    CountDownLatch stored = new CountDownLatch(1);
    byte[] raw = json.getBytes(StandardCharsets.UTF_8);
    Origin origin =
        new Origin(deviceId, "devices/" + deviceId + "/messages/events/", deviceId, null, Map.of());
    assertTrue(
        backend
            .sink()
            .offer(
                new Delivery(
                    origin, clock.instant(), raw, decoder.decode(origin, raw), stored::countDown)),
        "the queue is full");
    try {
      assertTrue(stored.await(60, TimeUnit.SECONDS), "not stored in a minute");
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  /// Raises the seed's high alarm of a device.
  ///
  /// @return its id
  public String alarm(String deviceId, double celsius) {
    Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    reading(deviceId, time, celsius);
    return deviceId + "_HIGH_" + time.toEpochMilli();
  }

  @Override
  public void close() throws IOException {
    way.close();
    server.close();
    backend.close();
  }
}
