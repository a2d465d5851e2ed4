package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.downstream.DeviceMessage;
import ai.cryox.core.downstream.MethodCall;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every backend answers of devices that are told something.
interface DevicesContract extends Ground {
  @Test
  default void devicesAreConfiguredAndSpokenTo() {
    awaitSame();
    Device told =
        session()
            .configure("temp_001", new DeviceConfiguration(60, new AlertThresholds(8.5, 2.25)));
    assertEquals(60, Objects.requireNonNull(told.desired().samplingRate()));
    awaitSame();
    assertEquals(
        site().desk.downstream().twin("temp_001"), session().downstream().twin("temp_001"));
    var twin = session().downstream().patchDesired("temp_001", "{\"fan\":{\"speed\":3}}", null);
    assertTrue(twin.desired().contains("\"speed\":3"));
    long stale = twin.desiredVersion() - 1;
    assertEquals(
        RefusedException.Reason.STALE,
        assertThrows(
                RefusedException.class,
                () -> session().downstream().patchDesired("temp_001", "{\"fan\":null}", stale))
            .reason());
    assertFalse(
        session()
            .downstream()
            .send(
                "temp_001",
                new DeviceMessage(
                    "hello".getBytes(StandardCharsets.UTF_8),
                    Map.of("a", "b"),
                    Duration.ofMinutes(5)))
            .isEmpty());
    assertEquals(
        RefusedException.Reason.NO_ANSWER,
        assertThrows(
                RefusedException.class,
                () ->
                    session()
                        .downstream()
                        .call("temp_001", new MethodCall("reboot", "{}", Duration.ofSeconds(1))))
            .reason());
    assertEquals(
        RefusedException.Reason.UNKNOWN_DEVICE,
        assertThrows(RefusedException.class, () -> session().downstream().twin("nobody")).reason());
    assertThrows(
        IllegalArgumentException.class,
        () -> session().configure("temp_001", new DeviceConfiguration(0, null)));
  }

  private void says(int samplingRate) {
    site()
        .payload(
            "temp_001",
            "{\"id\":\"d\",\"deviceId\":\"temp_001\",\"facilityId\":\"north\",\"status\":\"online\",\"lastSeen\":\"%s\",\"configuration\":{\"samplingRate\":%d}}"
                .formatted(Instant.now(), samplingRate));
  }

  @Test
  default void anOrderIsFollowedUntilTheDeviceSaysThatItDoesIt() {
    awaitSame();
    assertEquals(Optional.empty(), session().order("temp_001"));
    assertEquals(Optional.empty(), session().order("nobody"));
    session().configure("temp_001", new DeviceConfiguration(60, null));
    DeviceOrder waiting = session().order("temp_001").orElseThrow();
    assertEquals(DeviceOrder.State.WAITING, waiting.state());
    assertNotNull(waiting.sentAt());
    assertNotNull(waiting.acceptedAt());
    assertNull(waiting.appliedAt());
    assertEquals("Ada", waiting.askedBy());
    says(30);
    assertEquals(waiting, session().order("temp_001").orElseThrow());
    says(60);
    DeviceOrder done = session().order("temp_001").orElseThrow();
    assertEquals(DeviceOrder.State.APPLIED, done.state());
    assertFalse(Objects.requireNonNull(done.appliedAt()).isBefore(waiting.acceptedAt()));
    says(30);
    assertNull(session().order("temp_001").orElseThrow().appliedAt());
    says(60);
    assertEquals(done, session().order("temp_001").orElseThrow());
    AuditQuery applied =
        new AuditQuery(
            site().begin.minusSeconds(60),
            site().begin.plusSeconds(600),
            null,
            "device.applied",
            "temp_001");
    assertEquals(1, session().audit(applied, PageRequest.first(9)).items().size());
    site().desk.configure("temp_001", new DeviceConfiguration(90, null));
    assertEquals(DeviceOrder.State.WAITING, session().order("temp_001").orElseThrow().state());
  }
}
