package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.Hands;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A window over a real backend and a real file, on a moved clock and without a display.
final class ConsoleFixture implements InstantSource {
  private static final Origin ORIGIN =
      new Origin("client", "devices/x/messages/events/", null, null, Map.of());

  private volatile Instant now = Instant.parse("2026-11-23T20:14:07Z");
  private final LocalBackend backend;
  private final Session session;
  private final AtomicInteger underWay = new AtomicInteger();
  private final SlowLine line = new SlowLine();

  /// The backend takes its snapshots by the clock that is handed in.
  private final Hands hands = new Hands(() -> window().scene(), () -> now = now.plusMillis(100));

  private final Supplier<ConsoleWindow> window;

  ConsoleFixture(Path folder) throws Exception {
    this(folder, null);
  }

  /// A window that asks who sits there once there are accounts.
  static ConsoleFixture asking(Path folder, IdleLimits limits) throws Exception {
    return new ConsoleFixture(folder, limits);
  }

  private ConsoleFixture(Path folder, @Nullable IdleLimits limits) throws Exception {
    Hands.startToolkit();
    PeopleSettings quick =
        new PeopleSettings(PeopleSettings.USUAL.passwordLife(), new HashCost(64, 1));
    backend = new LocalBackend(BackendSettings.at(folder).with(quick), this);
    backend.start();
    session = backend.signIn(new SignIn.Desk("anna"));
    register("d07", "Vaccine fridge 07");
    register("d10", "Vaccine fridge 10");
    hands.awaitHere("both are known", () -> session.live().latest().devices().size() == 2);
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
  private static final class Bench implements Workshop {
    @Override
    public void loadSample(Session person) {
      throw new BackendException("Nothing listens to devices here.");
    }
  }

  /// A session of somebody beside the window.
  Session signIn(SignIn who) {
    return backend.signIn(who);
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
    hands.awaitHere("both are raised", () -> session.live().latest().alarms().size() == 2);
  }

  void hand(String deviceId, double temperature) {
    Reading reading = Reading.of(deviceId, "warehouse_001", now, temperature);
    Decoded decoded = new Decoded(List.of(reading), List.of());
    offer(decoded);
  }

  private void offer(Decoded decoded) {
    underWay.incrementAndGet();
    Receipt receipt = underWay::decrementAndGet;
    assertTrue(backend.sink().offer(new Delivery(ORIGIN, now, new byte[2], decoded, receipt)));
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
    offer(decoded);
  }

  /// Says what a device draws.
  void power(String deviceId, double watts) {
    Telemetry said =
        new Telemetry(deviceId, "warehouse_001", now, watts, 0.5, false, true, null, null, null);
    Decoded decoded = new Decoded(List.of(said), List.of());
    offer(decoded);
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
    offer(decoded);
  }

  /// Selects a row of a table.
  void select(String selector, int row) {
    hands.act(
        "row " + row + " of " + selector + " can be selected",
        selector,
        TableView.class,
        table -> {
          table.getSelectionModel().clearAndSelect(row);
          table.requestFocus();
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

  /// Goes to a screen when all that devices sent is stored, and waits until it has its answers, as
  /// whoever looks at it does.
  void go(Destination destination) throws Exception {
    hands.awaitHere("what was sent is stored", () -> underWay.get() == 0);
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
    return hands.find(selector);
  }

  boolean isThere(String selector) {
    return hands.isThere(selector);
  }

  String text(String selector) {
    return hands.text(selector);
  }

  TableView<?> table(String selector) {
    return hands.table(selector);
  }

  void click(String selector) {
    hands.click(selector);
  }

  /// Everything that a part of the window says.
  List<String> texts(String selector) {
    return hands.look(
        selector,
        node -> {
          List<String> said = new ArrayList<>();
          collect(node, said);
          return said;
        });
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

  void type(String selector, String text) {
    hands.type(selector, text);
  }

  /// Chooses an entry of a menu button.
  void choose(String selector, String entry) {
    hands.act(
        entry + " of " + selector + " can be chosen",
        selector,
        MenuButton.class,
        menu ->
            menu.getItems().stream()
                .filter(item -> entry.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  /// The window's title.
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

  /// Presses it when all answers have come, but for those that are held: a card that waits for its
  /// answer would take the key.
  void press(KeyCode code, boolean control, boolean shift) throws Exception {
    await("the answers have come", () -> line.isHeld() || !window.get().isBusy());
    onFx(() -> {
      Node owner = window.get().scene().getFocusOwner();
      Node target = owner == null ? window.get().scene().getRoot() : owner;
      Event.fireEvent(
          target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
      return true;
    });
  }

  /// Whether these words stand anywhere below a node, in cells of a table too.
  boolean says(String selector, String words) {
    return hands.look(
        selector,
        part ->
            part.lookupAll("*").stream()
                .anyMatch(node ->
                    node instanceof Labeled label
                        && String.valueOf(label.getText()).contains(words)));
  }

  void await(String what, Callable<Boolean> condition) {
    hands.await(what, condition);
  }

  static <T> T onFx(Callable<T> work) throws Exception {
    return Hands.onFx(work);
  }

  /// Closes the window between two answers: a question that is still being answered would open the
  /// files again that are deleted next.
  void close() {
    line.close();
    try {
      await(
          "the window is closed",
          () -> {
            boolean idle = !window.get().isBusy();
            if (idle) {
              window.get().close();
            }
            return idle;
          });
    } finally {
      backend.close();
    }
  }
}
