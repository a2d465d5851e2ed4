package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.link.Await;
import ai.cryox.connectors.cloud.CloudBackend;
import ai.cryox.connectors.cloud.CloudSettings;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.backend.Standing.State;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.live.Trace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The contract through a server, over TLS; and what the way there adds to it.
class CloudSessionTest extends SessionContract {
  @Override
  Session open(Site at) {
    return at.connect().signIn(new SignIn.Desk("Ada"));
  }

  @Test
  void whatDevicesProveThemselvesWithIsKeptAtTheServer() {
    assertTrue(session().deviceDesk().isEmpty());
    assertTrue(site().desk.deviceDesk().isPresent());
  }

  @Test
  void aStreamThatIsCutResumesWithoutHoleOrDouble() {
    assertEquals(LiveBy.STREAM, session.standing().liveBy());
    for (int round = 0; round < 3; round++) {
      int before = 10 * round;
      IntStream.range(before, before + 5)
          .forEach(i -> site.reading("temp_001", site.begin.minusSeconds(60 - i), i));
      assertTrue(site.way.cutOne());
      IntStream.range(before + 5, before + 10)
          .forEach(i -> site.reading("temp_001", site.begin.minusSeconds(60 - i), i));
      int all = before + 10;
      Await.until("all readings", () -> trace().size() == all && session.standing().isConnected());
      IntStream.range(0, all).forEach(i -> assertEquals(i, trace().temperature(i)));
    }
  }

  private Trace trace() {
    return session.live().latest().device("temp_001").orElseThrow().trace();
  }

  @Test
  void aServerThatIsGoneIsSaidSoAndNothingIsSentLater() throws IOException {
    String id = site.alarm("temp_001", 9.5);
    Await.until("the alarm", () -> session.live().latest().alarms().size() == 1);
    site.way.breakDown();
    Await.until("it is said", () -> session.standing().state() == State.UNREACHABLE);
    assertFalse(session.standing().sentence().isBlank());
    assertTrue(
        session.standing().since().isBefore(InstantSource.system().instant().plusSeconds(1)));
    BackendException said =
        assertThrows(
            BackendException.class, () -> session.alarmActions().acknowledge(List.of(id), ""));
    assertTrue(String.valueOf(said.getMessage()).contains("nothing is sent later"), said::toString);
    assertThrows(
        BackendException.class,
        () -> session.configure("temp_001", new DeviceConfiguration(60, null)));
    site.way.repair();
    Await.until("it is back", () -> session.standing().isConnected());
    assertTrue(session.live().latest().alarms().getFirst().state().needsAcknowledgement());
    assertEquals(1, session.alarmActions().acknowledge(List.of(id), "").size());
    assertEquals(Optional.empty(), session.order("temp_001"), "nothing was sent later");
  }

  @Test
  void theServersPastIsShownFromDiskWhileItIsGoneAndSaysHowOldItIs() throws IOException {
    IntStream.range(0, 60)
        .forEach(i -> site.reading("temp_001", site.begin.minusSeconds(600 - 10L * i), i % 7));
    Instant from = site.begin.minusSeconds(700);
    Duration minute = Duration.ofMinutes(1);
    try (CloudBackend backend = site.connect(folder.resolve("remembered"));
        Session remembering = backend.signIn(new SignIn.Desk("Ada"))) {
      var windows = remembering.windows("temp_001", from, site.begin, minute);
      assertEquals(site.desk.windows("temp_001", from, site.begin, minute), windows);
      assertNull(remembering.standing().pastAsOf());
      site.way.breakDown();
      assertEquals(windows, remembering.windows("temp_001", from, site.begin, minute));
      Instant asOf = remembering.standing().pastAsOf();
      assertNotNull(asOf);
      assertFalse(asOf.isBefore(site.begin));
      Instant half = site.begin.minusSeconds(300);
      var newer = remembering.windows("temp_001", half, site.begin.plusSeconds(300), minute);
      assertTrue(newer.size() < windows.size(), newer::toString);
      assertTrue(windows.containsAll(newer), newer::toString);
      site.way.repair();
      assertEquals(windows, remembering.windows("temp_001", from, site.begin, minute));
      assertNull(remembering.standing().pastAsOf());
    }
  }

  @Test
  void onlyWhoSentAnOrderKnowsWhen() {
    awaitSame();
    site.desk.configure("temp_001", new DeviceConfiguration(60, null));
    DeviceOrder order = session.order("temp_001").orElseThrow();
    assertNull(order.sentAt());
    assertNotNull(order.acceptedAt());
  }

  @Test
  void anotherCertificateThanTheOneTrustedIsRefused() {
    CloudSettings settings =
        CloudSettings.of("Site", site.address(), Place.FACILITY_SERVER).withPin("00".repeat(32));
    try (CloudBackend other = new CloudBackend(settings, InstantSource.system())) {
      BackendException said =
          assertThrows(BackendException.class, () -> other.signIn(new SignIn.Desk("Ada")));
      assertTrue(String.valueOf(said.getMessage()).contains("another certificate"), said::toString);
    }
    CloudSettings unpinned = settings.withPin(null);
    try (CloudBackend other = new CloudBackend(unpinned, InstantSource.system())) {
      assertThrows(BackendException.class, () -> other.signIn(new SignIn.Desk("Ada")));
    }
  }
}
