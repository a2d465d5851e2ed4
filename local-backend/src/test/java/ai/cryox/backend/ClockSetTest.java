package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.routing.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's clock is set back an hour and forward again, below a whole line that is turned by
/// hand over a real file: monitoring goes on at once, not when the clock is there again.
class ClockSetTest implements InstantSource {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int DEVICES = 20;
  private static final String COLD = "cold_01";

  /// Its clock is not this machine's, and is right.
  private static final String STRANGER = "stranger";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-01T03:00:00Z");
  private LocalBackend backend;
  private Session session;
  private int sent;
  private int committed;

  @Override
  public Instant instant() {
    return now;
  }

  @BeforeEach
  void open() {
    backend = new LocalBackend(BackendSettings.at(folder), this);
    session = backend.signIn(new SignIn.Desk("operator"));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private void turn() {
    Turning.once(backend);
  }

  private void send(String deviceId, Instant time, double temperature) {
    Reading reading = Reading.of(deviceId, "warehouse_001", time, temperature);
    Decoded decoded = new Decoded(List.of(reading), List.of());
    Origin origin = new Origin("client", "devices/x/messages/events/", null, null, Map.of());
    sent++;
    assertTrue(
        backend
            .sink()
            .offer(new Delivery(origin, now, new byte[] {1}, decoded, () -> committed++)));
  }

  /// All devices send every 30 s, by the machine's clock.
  private void monitor(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      if (second % 30 == 0) {
        for (int i = 0; i < DEVICES; i++) {
          send("temp_%02d".formatted(i), now, 2.5);
        }
      }
      turn();
      now = now.plusSeconds(1);
    }
  }

  private void wait(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      turn();
      now = now.plusSeconds(1);
    }
  }

  private LiveSnapshot live() {
    return session.live().latest();
  }

  /// Of devices: that the clock was set is an alarm of the system itself.
  private List<Condition> active() {
    return live().alarms().stream()
        .filter(alarm -> !alarm.isSystem())
        .map(Alarm::condition)
        .toList();
  }

  private void assertLive() {
    assertEquals(List.of(), active());
    assertEquals(now.minusSeconds(1), live().at());
    for (int i = 0; i < DEVICES; i++) {
      ReceivedReading newest = live().device("temp_%02d".formatted(i)).orElseThrow().newest();
      assertNotNull(newest);
      assertEquals(now.minusSeconds(30), newest.reading().time());
    }
    assertEquals(DEVICES / 30.0, live().vitals().readingsPerSecond(), DEVICES / 10.0);
    assertTrue(live().vitals().stored() > 0);
  }

  private void assertNothingIsLost(int rejected) {
    turn();
    wait(Duration.ofSeconds(2));
    assertEquals(sent, committed);
    assertEquals(sent - rejected, live().vitals().stored());
    assertEquals(rejected, live().vitals().rejected());
  }

  @Test
  void readingsGoOnAndNobodyIsCalledSilentWhenTheClockIsSetBackAndForward() {
    monitor(Duration.ofMinutes(3));
    assertLive();
    now = now.minus(HOUR);
    monitor(Duration.ofMinutes(5));
    assertLive();
    now = now.plus(HOUR);
    monitor(Duration.ofMinutes(5));
    assertLive();
    assertNothingIsLost(0);
  }

  @Test
  void nobodyIsCalledSilentWhenTheClockIsSetByMinutes() {
    monitor(Duration.ofMinutes(1));
    for (int minutes : new int[] {-4, -2, 3, -1, 4}) {
      // No two readings of a device have one millisecond: they would be the same one.
      now = now.plus(Duration.ofMinutes(minutes)).plusMillis(7);
      monitor(Duration.ofMinutes(2));
      assertEquals(List.of(), active());
    }
    assertNothingIsLost(0);
  }

  @Test
  void aDeviceWhoseClockIsNowAnHourAheadIsRejectedWithItsReasonUntilTheClockIsRight() {
    send(STRANGER, now, 2.5);
    monitor(Duration.ofSeconds(30));
    now = now.minus(HOUR);
    send(STRANGER, now.plus(HOUR), 2.5);
    monitor(Duration.ofSeconds(30));
    Rejection rejection = session.rejections(PageRequest.first(10)).items().getFirst();
    assertEquals(Fault.Reason.TIME_IN_FUTURE, rejection.fault().reason());
    assertEquals(HOUR, live().device(STRANGER).orElseThrow().clockSkew());
    now = now.plus(HOUR);
    send(STRANGER, now, 2.5);
    monitor(Duration.ofSeconds(30));
    assertEquals(null, live().device(STRANGER).orElseThrow().clockSkew());
    assertNothingIsLost(1);
  }

  @Test
  void whatTheClockGoesThroughTwiceIsStoredTwice() {
    Instant start = now;
    monitor(Duration.ofMinutes(1));
    now = start.plusMillis(1);
    monitor(Duration.ofMinutes(1));
    assertNothingIsLost(0);
    assertEquals(0, live().vitals().duplicates());
  }

  @Test
  void aDeviceThatFallsSilentAfterTheClockWasSetBackIsFoundInTime() {
    send(COLD, now, 2.5);
    wait(Duration.ofSeconds(30));
    now = now.minus(HOUR);
    send(COLD, now, 2.5);
    wait(Duration.ofSeconds(89));
    assertEquals(List.of(), active());
    wait(Duration.ofSeconds(3));
    assertEquals(List.of(Condition.SILENT), active());
  }

  @Test
  void aDeviceThatSaysNothingMoreOnceTheClockWasSetBackIsFoundInTime() {
    send(COLD, now, 2.5);
    wait(Duration.ofSeconds(30));
    now = now.minus(HOUR);
    wait(Duration.ofSeconds(89));
    assertEquals(List.of(), active());
    wait(Duration.ofSeconds(3));
    assertEquals(List.of(Condition.SILENT), active());
  }

  @Test
  void aRestartAfterTheClockWasSetBackChangesNothing() {
    monitor(Duration.ofMinutes(1));
    now = now.minus(HOUR);
    close();
    open();
    monitor(Duration.ofMinutes(3));
    assertLive();
    wait(Duration.ofSeconds(92));
    assertEquals(DEVICES, active().size());
    assertNothingIsLost(0);
  }

  @Test
  void aLimitWithADelayIsWatchedAfterTheClockWasSetBack() {
    register();
    send(COLD, now, 9.0);
    wait(Duration.ofSeconds(60));
    now = now.minus(HOUR);
    for (int i = 0; i < 6; i++) {
      assertEquals(List.of(), active());
      send(COLD, now, 9.0);
      wait(Duration.ofSeconds(30));
    }
    send(COLD, now, 9.0);
    wait(Duration.ofSeconds(1));
    assertEquals(List.of(Condition.HIGH), active());
  }

  @Test
  void aViolationFromBeforeEndsAfterTheClockWasSetBack() {
    register();
    for (int i = 0; i < 7; i++) {
      send(COLD, now, 9.0);
      wait(Duration.ofSeconds(30));
    }
    assertEquals(List.of(Condition.HIGH), active());
    now = now.minus(HOUR);
    for (int i = 0; i < 30; i++) {
      send(COLD, now, 5.0);
      wait(Duration.ofSeconds(30));
    }
    assertTrue(live().alarms().stream().noneMatch(alarm -> alarm.state().isAbnormal()));
  }

  /// Above 8 °C for three minutes is an alarm.
  private void register() {
    Device fridge =
        new Device(
            COLD,
            "warehouse_001",
            "Hall",
            "Fridge",
            "refrigerator-2-8",
            true,
            DeviceConfiguration.NONE,
            DeviceConfiguration.NONE,
            now);
    CompletableFuture<Void> done = CompletableFuture.runAsync(() -> session.register(fridge));
    while (!done.isDone()) {
      turn();
    }
    done.join();
  }
}
