package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmActions;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/// A backend over a real file whose pipeline is turned by hand on a moved clock.
final class AlarmFixture implements AutoCloseable, InstantSource {
  static final String FACILITY = "warehouse_001";
  static final String FRIDGE = "temp_001";
  static final AlarmKey HIGH = new AlarmKey(FRIDGE, Condition.HIGH);

  private final Path folder;
  private Instant now = Instant.parse("2026-03-01T03:00:00Z");
  private LocalBackend backend;
  private Session session;

  AlarmFixture(Path folder) {
    this.folder = folder;
    this.backend = new LocalBackend(BackendSettings.at(folder), this);
    this.session = backend.signIn(new SignIn.Desk("anna"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  LocalBackend backend() {
    return backend;
  }

  Session session() {
    return session;
  }

  void restart() {
    stop();
    start();
  }

  void stop() {
    backend.close();
  }

  void start() {
    backend = new LocalBackend(BackendSettings.at(folder), this);
    session = backend.signIn(new SignIn.Desk("anna"));
  }

  @Override
  public void close() {
    backend.close();
  }

  void turn() {
    Turning.once(backend);
  }

  /// The clock moves, and nothing turns meanwhile.
  void pass(Duration time) {
    now = now.plus(time);
  }

  /// Time passes while the pipeline turns.
  void listen(Duration time) {
    for (long left = time.toSeconds(); left > 0; left--) {
      pass(Duration.ofSeconds(1));
      turn();
    }
  }

  void send(String source, Message... messages) {
    Origin origin = new Origin(source, "devices/x/messages/events/", null, null, Map.of());
    Decoded decoded = new Decoded(List.of(messages), List.of());
    Delivery delivery = new Delivery(origin, now, new byte[0], decoded, Receipt.NONE);
    assertTrue(backend.sink().offer(delivery), "the queue is full");
    turn();
  }

  void read(double temperature) {
    read(FRIDGE, temperature);
  }

  /// A reading that the device sends by itself.
  void read(String device, double temperature) {
    send(device, Reading.of(device, FACILITY, now, temperature));
  }

  /// The fridge sends these, one every 30 seconds.
  void readEach(double... temperatures) {
    for (double temperature : temperatures) {
      listen(Duration.ofSeconds(30));
      read(temperature);
    }
  }

  /// Registers the fridge with a profile.
  void profile(String profileId) {
    Device fridge =
        new Device(
            FRIDGE,
            FACILITY,
            "Pharma hall",
            "Vaccine fridge 07",
            profileId,
            true,
            DeviceConfiguration.NONE,
            DeviceConfiguration.NONE,
            now);
    asking(() -> {
      session.register(fridge);
      return fridge;
    });
  }

  <T> T asking(Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question);
    while (!answer.isDone()) {
      Turning.patiently(backend);
    }
    return answer.join();
  }

  List<Alarm> act(Function<AlarmActions, List<Alarm>> action) {
    return actAs("anna", action);
  }

  List<Alarm> actAs(String who, Function<AlarmActions, List<Alarm>> action) {
    Session other = backend.signIn(new SignIn.Desk(who));
    return asking(() -> action.apply(other.alarmActions()));
  }

  List<Alarm> active() {
    return session.live().latest().alarms();
  }

  Optional<Alarm> alarm(String device, Condition condition) {
    return active().stream()
        .filter(alarm -> alarm.key().equals(new AlarmKey(device, condition)))
        .findFirst();
  }

  /// The fridge's alarm.
  Alarm alarm(Condition condition) {
    return alarm(FRIDGE, condition).orElseThrow(() -> new AssertionError("only " + active()));
  }

  boolean isQuiet(Condition condition) {
    return alarm(FRIDGE, condition).isEmpty();
  }

  List<AlarmEvent> events(Alarm alarm) {
    return session.journal(alarm.alarmId()).stream().map(AlarmChange::event).toList();
  }
}
