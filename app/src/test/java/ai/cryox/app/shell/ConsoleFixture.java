package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ai.cryox.app.fx.Remembered;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.seat.FrontDesk;
import ai.cryox.app.seat.IdleLimits;
import ai.cryox.app.start.Workshop;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.people.HashCost;
import ai.cryox.backend.people.PeopleSettings;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Place;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A window over a real backend and a real file, on a moved clock and without a display.
final class ConsoleFixture implements InstantSource {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Origin ORIGIN =
      new Origin("client", "devices/x/messages/events/", null, null, Map.of());

  private volatile Instant now = Instant.parse("2026-11-23T20:14:07Z");
  private final LocalBackend backend;
  private final Session session;
  private final SlowLine line = new SlowLine();
  private final Supplier<ConsoleWindow> window;

  ConsoleFixture(Path folder) throws Exception {
    this(folder, null);
  }

  /// A window that asks who sits there once there are accounts.
  static ConsoleFixture asking(Path folder, IdleLimits limits) throws Exception {
    return new ConsoleFixture(folder, limits);
  }

  private ConsoleFixture(Path folder, @Nullable IdleLimits limits) throws Exception {
    startToolkit();
    PeopleSettings quick =
        new PeopleSettings(PeopleSettings.USUAL.passwordLife(), new HashCost(64, 1));
    backend = new LocalBackend(BackendSettings.at(folder).with(quick), this);
    backend.start();
    session = backend.signIn(new SignIn.Desk("anna"));
    register("d07", "Vaccine fridge 07");
    register("d10", "Vaccine fridge 10");
    await("both are known", () -> session.live().latest().devices().size() == 2, false);
    if (limits == null) {
      ConsoleWindow opened = onFx(this::open);
      window = () -> opened;
    } else {
      window =
          ConsoleRun.open(
                  null,
                  new Desk(),
                  null,
                  "",
                  "Harbour store",
                  this,
                  ThemePreference.DARK,
                  null,
                  Remembered.forNow(),
                  limits)
              ::window;
    }
  }

  /// The way into this backend.
  private final class Desk implements FrontDesk {
    @Override
    public Session session() {
      return line.to(session);
    }

    @Override
    public boolean hasAccounts() {
      return backend.hasAccounts();
    }

    @Override
    public Session signIn(SignIn who) {
      return line.to(backend.signIn(who));
    }

    @Override
    public Workshop workshop() {
      return new Bench();
    }
  }

  /// Sets up this backend; nothing listens to devices here.
  private final class Bench implements Workshop {
    @Override
    public Map<String, String> add(NewSensor sensor, String who) {
      return backend
          .control(who)
          .call(
              "device/add",
              Map.of(
                  "deviceId", sensor.deviceId(),
                  "facilityId", sensor.facilityId(),
                  "zone", sensor.zone(),
                  "name", sensor.name(),
                  "profile", sensor.profileId(),
                  "method", "keys"))
          .getFirst();
    }

    @Override
    public int plainPort() {
      return 0;
    }

    @Override
    public void loadSample(Session person) {
      throw new BackendException("Nothing listens to devices here.");
    }
  }

  /// A session of somebody beside the window.
  Session signIn(SignIn who) {
    return backend.signIn(who);
  }

  private static void startToolkit() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException alreadyStarted) {
      // Another test of this run was first.
      assertNotNull(alreadyStarted);
    }
  }

  private ConsoleWindow open() {
    ConsoleContext context =
        new ConsoleContext(
            Place.LOCAL,
            "Harbour store",
            this,
            ZoneId.of("Europe/Berlin"),
            Locale.ENGLISH,
            ThemePreference.DARK,
            () -> {});
    ConsoleWindow opened = new ConsoleWindow(new Stage(), line.to(session), context);
    opened.show();
    return opened;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// The way from the window to the backend.
  SlowLine line() {
    return line;
  }

  ConsoleWindow window() {
    return window.get();
  }

  /// Why the alarm of a device is put aside; empty if it is not.
  String reason(String deviceId) {
    return session.live().latest().alarms().stream()
        .filter(alarm -> alarm.deviceId().equals(deviceId) && alarm.hold() != null)
        .map(alarm -> Objects.requireNonNull(alarm.hold()).reason())
        .findFirst()
        .orElse("");
  }

  Session session() {
    return session;
  }

  private void register(String id, String name) {
    register(id, "warehouse_001", name);
  }

  void register(String id, String facilityId, String name) {
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
  void raiseAlarms() {
    hand("d07", 25.0);
    hand("d10", 9.0);
    await("both are raised", () -> session.live().latest().alarms().size() == 2, false);
  }

  void hand(String deviceId, double temperature) {
    Reading reading = Reading.of(deviceId, "warehouse_001", now, temperature);
    Decoded decoded = new Decoded(List.of(reading), List.of());
    assertTrue(backend.sink().offer(new Delivery(ORIGIN, now, new byte[2], decoded, Receipt.NONE)));
  }

  /// The device says that it measures so often.
  void says(String deviceId, int samplingRate) {
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
    assertTrue(backend.sink().offer(new Delivery(ORIGIN, now, new byte[2], decoded, Receipt.NONE)));
  }

  /// Says what a device draws.
  void power(String deviceId, double watts) {
    Telemetry said =
        new Telemetry(deviceId, "warehouse_001", now, watts, 0.5, false, true, null, null, null);
    Decoded decoded = new Decoded(List.of(said), List.of());
    assertTrue(backend.sink().offer(new Delivery(ORIGIN, now, new byte[2], decoded, Receipt.NONE)));
  }

  /// Says whether a device is being defrosted.
  void defrosts(String deviceId, boolean on) {
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
    assertTrue(backend.sink().offer(new Delivery(ORIGIN, now, new byte[2], decoded, Receipt.NONE)));
  }

  /// Selects a row of a table.
  void select(String selector, int row) throws Exception {
    onFx(() -> {
      table(selector).getSelectionModel().clearAndSelect(row);
      table(selector).requestFocus();
      return true;
    });
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  AlarmState state(String deviceId) {
    return session.live().latest().alarms().stream()
        .filter(alarm -> alarm.deviceId().equals(deviceId))
        .map(Alarm::state)
        .findFirst()
        .orElse(AlarmState.NORMAL);
  }

  /// Goes to a screen and waits until it has its answers, as whoever looks at it does: what is
  /// begun before is drawn over by them.
  void go(Destination destination) throws Exception {
    onFx(() -> {
      window.get().go(destination);
      return true;
    });
    await("the screen has its answers", () -> !window.get().isBusy());
  }

  /// The scene of the display on the wall, or `null` while there is none. FX thread.
  @Nullable Scene wallScene() {
    return window.get().wallScene();
  }

  Node find(String selector) {
    Node node = window.get().scene().lookup(selector);
    assertFalse(node == null, () -> selector + " is not there");
    return node;
  }

  boolean isThere(String selector) {
    return window.get().scene().lookup(selector) != null;
  }

  String text(String selector) {
    return find(selector) instanceof TextInputControl input
        ? input.getText()
        : ((Labeled) find(selector)).getText();
  }

  TableView<?> table(String selector) {
    return (TableView<?>) find(selector);
  }

  void click(String selector) throws Exception {
    onFx(() -> {
      ((ButtonBase) find(selector)).fire();
      return true;
    });
  }

  /// Everything that a part of the window says.
  List<String> texts(String selector) {
    List<String> said = new ArrayList<>();
    collect(find(selector), said);
    return said;
  }

  private static void collect(Node node, List<String> into) {
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      into.add(labeled.getText());
    }
    if (node instanceof Labeled labeled && labeled.getGraphic() != null) {
      collect(labeled.getGraphic(), into);
    } else if (node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  void type(String selector, String text) throws Exception {
    onFx(() -> {
      ((TextInputControl) find(selector)).setText(text);
      return true;
    });
  }

  /// Chooses an entry of a menu button.
  void choose(String selector, String entry) throws Exception {
    onFx(() -> {
      ((MenuButton) find(selector))
          .getItems().stream()
              .filter(item -> entry.equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
      return true;
    });
  }

  /// The window's title. FX thread only.
  String title() {
    return String.valueOf(((Stage) window.get().scene().getWindow()).getTitle());
  }

  /// Presses a key where the keyboard is.
  void press(KeyCode code) throws Exception {
    press(code, false, false);
  }

  /// Presses it together with Ctrl.
  void shortcut(KeyCode code) throws Exception {
    press(code, true, false);
  }

  void press(KeyCode code, boolean control, boolean shift) throws Exception {
    onFx(() -> {
      Node owner = window.get().scene().getFocusOwner();
      Node target = owner == null ? window.get().scene().getRoot() : owner;
      Event.fireEvent(
          target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
      return true;
    });
  }

  /// Presses a key with Ctrl held, where the keyboard is.
  void pressWithControl(KeyCode code) throws Exception {
    onFx(() -> {
      Node owner = window.get().scene().getFocusOwner();
      Node target = owner == null ? window.get().scene().getRoot() : owner;
      Event.fireEvent(
          target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
      return true;
    });
  }

  /// Whether these words stand anywhere below a node, in cells of a table too.
  boolean says(String selector, String words) {
    return find(selector).lookupAll("*").stream()
        .anyMatch(node ->
            node instanceof Labeled label && String.valueOf(label.getText()).contains(words));
  }

  void await(String what, Callable<Boolean> condition) {
    await(what, condition, true);
  }

  private void await(String what, Callable<Boolean> condition, boolean fx) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!(fx ? onFx(condition) : condition.call())) {
        if (System.nanoTime() > deadline) {
          fail("waited in vain until " + what);
        }
        // The backend takes its snapshots by the clock that is handed in.
        now = now.plusMillis(100);
        LockSupport.parkNanos(20_000_000);
      }
    } catch (Exception failed) {
      throw new AssertionError(what, failed);
    }
  }

  static <T> T onFx(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  void close() throws Exception {
    line.close();
    onFx(() -> {
      window.get().close();
      return true;
    });
    backend.close();
  }
}
