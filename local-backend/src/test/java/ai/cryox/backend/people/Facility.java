package ai.cryox.backend.people;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.api.ControlAccess;
import ai.cryox.backend.control.ControlFile;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A running backend with two facilities, its API, and people: everything that somebody who signs
/// in can reach. The clock stands until it is moved.
public final class Facility implements InstantSource, AutoCloseable {
  /// Good enough for anybody.
  public static final String PASSWORD = "kiwi-lantern-49";

  /// Of the first administrator.
  public static final String ADMIN = "ada";

  /// With one device each.
  public static final String NORTH = "north";

  /// The other one.
  public static final String SOUTH = "south";

  private static final PeopleSettings QUICK =
      new PeopleSettings(PeopleSettings.USUAL.passwordLife(), new HashCost(64, 1));

  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private LocalBackend backend;
  private Session desk;
  private ApiServer server;

  /// @param folder empty
  public Facility(Path folder) {
    this.folder = folder;
    this.backend = new LocalBackend(BackendSettings.at(folder).with(QUICK), this);
    this.desk = backend.signIn(new SignIn.Desk("Ben"));
    this.server = server();
    backend.start();
    server.start();
    desk.register(Device.unconfirmed("temp_north", NORTH, now));
    desk.register(Device.unconfirmed("temp_south", SOUTH, now));
    // The next snapshot comes a tenth of a second later.
    pass(Duration.ofSeconds(1));
    await(() -> desk.live().latest().devices().size() == 2);
  }

  private ApiServer server() {
    return new ApiServer(
        new ApiSettings("127.0.0.1", 0),
        desk,
        message -> "{}",
        this,
        backend.apiPorts(),
        new ControlAccess(backend.control("Ben"), ControlFile.freshToken()),
        backend.reception());
  }

  /// Stops and starts again over the same folder.
  public void restart() {
    server.close();
    backend.close();
    backend = new LocalBackend(BackendSettings.at(folder).with(QUICK), this);
    desk = backend.signIn(new SignIn.Desk("Ben"));
    server = server();
    backend.start();
    server.start();
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// The clock moves.
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /// Whoever sits at the machine.
  public Session desk() {
    return desk;
  }

  /// What the owner of the data folder calls.
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    return backend.control("Ben").call(call, with);
  }

  /// Makes the first administrator, and a session of theirs.
  public Session administrator() {
    desk.people()
        .add(ADMIN, "Dana Voss", Grants.everywhere(Role.ADMINISTRATOR), chars(PASSWORD), "first");
    return signIn(ADMIN, PASSWORD);
  }

  /// Makes an account whose password is changed already.
  public Session person(Session administrator, String signInName, Grants grants) {
    add(administrator, signInName, grants);
    return backend.signIn(
        new SignIn.Password(signInName, chars("first-word-77x"), chars(PASSWORD)));
  }

  /// Makes an account whose password was never changed.
  public Account add(Session administrator, String signInName, Grants grants) {
    return administrator
        .people()
        .add(signInName, "Robin " + signInName.hashCode(), grants, chars("first-word-77x"), "new");
  }

  /// A session by name and password.
  public Session signIn(String signInName, String password) {
    return backend.signIn(new SignIn.Password(signInName, chars(password)));
  }

  /// A session by any means.
  public Session signIn(SignIn who) {
    return backend.signIn(who);
  }

  /// A password as it is handed in.
  public static char[] chars(String password) {
    return password.toCharArray();
  }

  /// A reading that is too warm; its alarm stands when this returns.
  ///
  /// @return the alarm's id
  public String alarm(String facilityId) {
    return alarm(facilityId, 40.0);
  }

  /// The same with another value.
  public String alarm(String facilityId, double celsius) {
    String deviceId = "temp_" + facilityId;
    read(deviceId, facilityId, celsius);
    return deviceId + "_HIGH_" + now.toEpochMilli();
  }

  /// A reading of this moment; it is stored when this returns.
  public void read(String deviceId, String facilityId, double celsius) {
    CountDownLatch stored = new CountDownLatch(1);
    Reading reading = Reading.of(deviceId, facilityId, now, celsius);
    Origin origin = new Origin(deviceId, "test", deviceId, null, Map.of());
    Decoded decoded = new Decoded(List.of(reading), List.of());
    assertTrue(
        backend.sink().offer(new Delivery(origin, now, new byte[0], decoded, stored::countDown)));
    try {
      assertTrue(stored.await(60, TimeUnit.SECONDS), "not stored in a minute");
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  /// Waits for something that the pipeline does by itself.
  public static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not in a minute");
      Thread.onSpinWait();
    }
  }

  /// The audit trail, newest first.
  public List<AuditEntry> audit(@Nullable String who, @Nullable String what) {
    Session reader = auditor();
    // Goes through the pipeline after all that was asked of it before.
    desk.downstream().twin("temp_north");
    return reader
        .audit(
            new AuditQuery(Instant.EPOCH, now.plusSeconds(1), who, what, null),
            PageRequest.first(1_000))
        .items();
  }

  private @Nullable Session auditor;

  private Session auditor() {
    Session known = auditor;
    if (known == null) {
      call(
          "user/add",
          Map.of(
              "signInName", "zoe",
              "name", "Noor Lund",
              "roles", "auditor, quality",
              "password", "first-word-77x"));
      known = backend.signIn(new SignIn.Password("zoe", chars("first-word-77x"), chars(PASSWORD)));
      auditor = known;
    }
    return known;
  }

  /// A request to the API.
  public HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(60));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /// Its answer.
  public HttpResponse<String> send(
      String method, String path, @Nullable String token, String body) {
    HttpRequest.Builder request =
        request(path, token).method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return send(request);
  }

  /// Its answer.
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  /// The client that {@link #send} uses.
  public HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
    backend.close();
  }
}
