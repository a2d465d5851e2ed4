package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.classify.Band;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A cloud that has nothing but the seed's three routes.
class BareSeedTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Instant now = CLOCK.instant();
  private SeedServer server;
  private CloudBackend backend;

  @BeforeEach
  void open() throws IOException {
    open("/api/v1");
  }

  private void open(String prefix) throws IOException {
    server = new SeedServer(prefix, CLOCK);
    for (int i = 0; i < 250; i++) {
      server.reading("north", "temp_00" + i % 2, now.minusSeconds(300 - i), 2.5);
    }
    server.reading("north", "temp_000", now.minusSeconds(5), 9.0);
    server.reading("south", "temp_100", now.minusSeconds(5), -3.0);
    server.alert("north", "temp_000", now.minusSeconds(20), "Warning");
    server.alert("north", "temp_000", now.minusSeconds(10), "Critical");
    server.alert("north", "temp_001", now.minusSeconds(7_200), "Critical");
    backend = backend(List.of("north", "south"));
  }

  private CloudBackend backend(List<String> facilities) {
    return new CloudBackend(
        CloudSettings.of("Cloud", server.address(), Place.CLOUD)
            .withFacilities(facilities)
            .withRequestsPerHour(0),
        CLOCK);
  }

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  private Session signIn() {
    return backend.signIn(new SignIn.Desk("Ada"));
  }

  @Test
  void itsReadingsAndAlertsAreSeenAndItSaysWhatItCannotDo() {
    Session session = signIn();
    assertEquals(Set.of(), session.features());
    assertEquals(LiveBy.SEED_POLL, session.standing().liveBy());
    var device = session.live().latest().device("temp_000").orElseThrow();
    ReceivedReading newest = Objects.requireNonNull(device.newest());
    assertEquals(9.0, newest.reading().temperature());
    assertEquals(Band.HIGH_HIGH, device.band());
    assertEquals(60, device.trace().size());
    assertEquals(now.minusSeconds(5).toEpochMilli(), newest.receivedAt().toEpochMilli());
    List<Alarm> alarms = session.live().latest().alarms();
    assertEquals(1, alarms.size(), alarms::toString);
    assertEquals(Severity.CRITICAL, alarms.getFirst().severity());
    assertEquals(2, alarms.getFirst().occurrences());
    BackendException said =
        assertThrows(
            BackendException.class, () -> session.alarmActions().acknowledge(List.of("x"), ""));
    assertTrue(String.valueOf(said.getMessage()).contains("plain cloud interface"), said::toString);
  }

  @Test
  void itsHistoryIsPagedOverAllItsFacilities() {
    Session session = signIn();
    ReadingQuery query = new ReadingQuery(null, null, now.minusSeconds(400), now);
    List<ReceivedReading> all = new ArrayList<>();
    String token = null;
    do {
      Page<ReceivedReading> page = session.readings(query, new PageRequest(100, token));
      all.addAll(page.items());
      token = page.continuationToken();
    } while (token != null);
    assertEquals(252, all.size());
    assertEquals(252, all.stream().map(one -> one.reading().notes().id()).distinct().count());
    var windows = session.windows("temp_001", now.minusSeconds(400), now, Duration.ofMinutes(1));
    assertEquals(125, windows.stream().mapToLong(window -> window.count()).sum());
    AlarmQuery critical =
        new AlarmQuery(null, "temp_000", Severity.CRITICAL, now.minusSeconds(400), now);
    assertEquals(1, session.alarms(critical, PageRequest.first(10)).items().size());
  }

  @Test
  void aDeviceIsConfigured() {
    Session session = signIn();
    session.configure("temp_000", new DeviceConfiguration(30, new AlertThresholds(8.0, 2.0)));
    assertEquals(
        List.of(
            "{\"samplingRate\":30,\"alertThresholds\":{\"temperatureHigh\":8.0,\"temperatureLow\":2.0}}"),
        server.configured);
    DeviceOrder order = session.order("temp_000").orElseThrow();
    assertEquals(DeviceOrder.State.UNKNOWN, order.state(), "such a server never says");
    assertNotNull(order.sentAt());
    assertFalse(Objects.requireNonNull(order.acceptedAt()).isBefore(order.sentAt()));
    assertEquals(Optional.empty(), session.order("temp_001"));
    server.refuse(503, null);
    assertThrows(
        BackendException.class,
        () -> session.configure("temp_001", new DeviceConfiguration(30, null)));
    assertEquals(Optional.empty(), session.order("temp_001"), "nothing is queued");
  }

  @Test
  void itsLiteralAddressesWorkAsWell() throws IOException {
    close();
    open("/api/v1/temperature");
    assertFalse(signIn().live().latest().devices().isEmpty());
  }

  @Test
  void itsFacilitiesMustBeNamed() {
    CloudBackend nowhere = backend(List.of());
    assertThrows(IllegalArgumentException.class, () -> nowhere.signIn(new SignIn.Desk("Ada")));
  }

  @Test
  void whoMayNotIsToldApartFromWhoAsksTooOften() {
    server.refuse(403, null);
    assertEquals(
        SignInRefusedException.Reason.NOT_ALLOWED,
        assertThrows(SignInRefusedException.class, this::signIn).reason());
    server.refuse(401, null);
    assertEquals(
        SignInRefusedException.Reason.BAD_TOKEN,
        assertThrows(SignInRefusedException.class, this::signIn).reason());
    for (int status : new int[] {403, 429}) {
      server.refuse(status, "1200");
      BackendException said = assertThrows(BackendException.class, this::signIn);
      assertTrue(String.valueOf(said.getMessage()).contains("1200 s"), said::toString);
    }
    server.refuse(0, null);
    signIn();
  }
}
