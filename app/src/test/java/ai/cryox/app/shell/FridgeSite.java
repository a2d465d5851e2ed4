package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.Hands;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.people.HashCost;
import ai.cryox.backend.people.PeopleSettings;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.reading.Telemetry;
import ai.cryox.core.routing.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;

/// A backend that keeps two fridges, over a real file and on a moved clock.
abstract class FridgeSite implements InstantSource {
  private static final Origin ORIGIN =
      new Origin("client", "devices/x/messages/events/", null, null, Map.of());

  private volatile Instant now = Instant.parse("2026-11-23T20:14:07Z");
  final LocalBackend backend;
  private final Session session;
  private final AtomicInteger underWay = new AtomicInteger();

  /// The backend takes its snapshots by the clock that is handed in.
  final Hands hands = new Hands(this::scene, () -> now = now.plusMillis(100));

  FridgeSite(Path folder) {
    PeopleSettings quick =
        new PeopleSettings(PeopleSettings.USUAL.passwordLife(), new HashCost(64, 1));
    backend = new LocalBackend(BackendSettings.at(folder).with(quick), this);
    backend.start();
    session = backend.signIn(new SignIn.Desk("anna"));
    register("d07", "Vaccine fridge 07");
    register("d10", "Vaccine fridge 10");
    hands.awaitHere("both are known", () -> session.live().latest().devices().size() == 2);
  }

  /// Where people look.
  abstract Scene scene();

  @Override
  public final Instant instant() {
    return now;
  }

  /// A session of somebody beside the window.
  final Session signIn(SignIn who) {
    return backend.signIn(who);
  }

  final Session session() {
    return session;
  }

  private void register(String id, String name) {
    register(id, "warehouse_001", name);
  }

  final void register(String id, String facilityId, String name) {
    session.register(
        new Device(
            id,
            facilityId,
            "Pharma hall",
            name,
            null,
            true,
            DeviceConfiguration.NONE,
            DeviceConfiguration.NONE,
            now));
  }

  /// Both fridges far too warm by the default profile, which has no delay.
  final void raiseAlarms() {
    hand("d07", 25.0);
    hand("d10", 9.0);
    hands.awaitHere("both are raised", () -> session.live().latest().alarms().size() == 2);
  }

  final void hand(String deviceId, double temperature) {
    Reading reading = Reading.of(deviceId, "warehouse_001", now, temperature);
    Decoded decoded = new Decoded(List.of(reading), List.of());
    offer(decoded);
  }

  /// Waits until all that devices sent is stored.
  final void awaitStored() {
    hands.awaitHere("what was sent is stored", () -> underWay.get() == 0);
  }

  private void offer(Decoded decoded) {
    underWay.incrementAndGet();
    Receipt receipt = underWay::decrementAndGet;
    assertTrue(backend.sink().offer(new Delivery(ORIGIN, now, new byte[2], decoded, receipt)));
  }

  /// The device says that it measures so often.
  final void says(String deviceId, int samplingRate) {
    DeviceStatus status =
        new DeviceStatus(
            null,
            deviceId,
            "warehouse_001",
            "online",
            now,
            null,
            null,
            null,
            new DeviceConfiguration(samplingRate, null),
            null);
    Decoded decoded = new Decoded(List.of(status), List.of());
    offer(decoded);
  }

  /// Says what a device draws.
  final void power(String deviceId, double watts) {
    Telemetry said =
        new Telemetry(deviceId, "warehouse_001", now, watts, 0.5, false, true, null, null, null);
    Decoded decoded = new Decoded(List.of(said), List.of());
    offer(decoded);
  }

  /// Says whether a device is being defrosted.
  final void defrosts(String deviceId, boolean on) {
    Telemetry said =
        new Telemetry(
            deviceId,
            "warehouse_001",
            now,
            null,
            null,
            null,
            null,
            null,
            null,
            "{\"defrost\":%b}".formatted(on));
    Decoded decoded = new Decoded(List.of(said), List.of());
    offer(decoded);
  }

  final void pass(Duration time) {
    now = now.plus(time);
  }

  final AlarmState state(String deviceId) {
    return session.live().latest().alarms().stream()
        .filter(alarm -> alarm.deviceId().equals(deviceId))
        .map(Alarm::state)
        .findFirst()
        .orElse(AlarmState.NORMAL);
  }

  /// Why the alarm of a device is put aside; empty if it is not.
  final String reason(String deviceId) {
    return session.live().latest().alarms().stream()
        .filter(alarm -> alarm.deviceId().equals(deviceId) && alarm.hold() != null)
        .map(alarm -> Objects.requireNonNull(alarm.hold()).reason())
        .findFirst()
        .orElse("");
  }
}
