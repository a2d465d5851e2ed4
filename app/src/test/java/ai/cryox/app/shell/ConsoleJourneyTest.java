package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.Hands;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator does, over the real backend and a real file, on a moved clock and without a
/// display.
final class ConsoleJourneyTest implements InstantSource {
  @TempDir Path folder;
  private volatile Instant now = Instant.parse("2026-11-23T20:14:07Z");
  private final CountDownLatch monitoringStopped = new CountDownLatch(1);
  private LocalBackend backend;
  private Session session;
  private ConsoleWindow window;

  /// The backend takes its snapshots by the clock that is handed in.
  private final Hands hands = new Hands(() -> window.scene(), () -> now = now.plusMillis(100));

  @BeforeAll
  static void startToolkit() {
    Hands.startToolkit();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @BeforeEach
  void open() throws Exception {
    backend = new LocalBackend(BackendSettings.at(folder.resolve("data")), this);
    backend.start();
    session = backend.signIn(new SignIn.Desk("anna"));
    register("d07", "Vaccine fridge 07");
    register("d10", "Vaccine fridge 10");
    window = onFx(() -> openWindow());
  }

  private ConsoleWindow openWindow() {
    ConsoleWindow opened =
        new ConsoleWindow(
            new Stage(),
            session,
            new ConsoleContext(
                Place.LOCAL,
                "Harbour store",
                this,
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH,
                ThemePreference.DARK,
                monitoringStopped::countDown));
    opened.show();
    return opened;
  }

  @AfterEach
  void close() throws Exception {
    await(
        "the window is closed",
        () -> {
          boolean idle = !window.isBusy();
          if (idle) {
            window.close();
          }
          return idle;
        });
    backend.close();
  }

  @Test
  void iAcknowledgeTheWorstAlarmWithControlA() throws Exception {
    raiseAlarms();
    await("the bar names an alarm", () -> !text("#headline").isEmpty());
    Alarm worst = session.live().latest().alarms().getFirst();
    assertTrue(onFx(() -> text("#headline")).startsWith("Vaccine fridge 07"));
    onFx(() -> press(root(), KeyCode.A, true));
    await("it is acknowledged", () -> state(worst.alarmId()) == AlarmState.ACKNOWLEDGED);
    await("the bar goes on to the next", () -> text("#headline").startsWith("Vaccine fridge 10"));
  }

  @Test
  void iAcknowledgeByMouseWithACommentAndFindItInTheJournal() throws Exception {
    raiseAlarms();
    Alarm worst = session.live().latest().alarms().getFirst();
    onFx(() -> go(new Destination.Alarms(worst.alarmId())));
    await("the list shows both", () -> table("#active").getItems().size() == 2);
    click("#deed-comment");
    hands.type("#comment", "door was open, closed it");
    click("#confirm-acknowledge");
    await("it is acknowledged", () -> state(worst.alarmId()) == AlarmState.ACKNOWLEDGED);
    AlarmChange last = session.journal(worst.alarmId()).getLast();
    assertEquals("anna", last.actor());
    assertEquals("door was open, closed it", last.comment());
    await("the list says who", () -> lastCell("#active").contains("anna"));
  }

  @Test
  void aStaleValueLooksStale() throws Exception {
    hand("d07", 5.0);
    await("it is stored", () -> session.live().latest().vitals().stored() == 1);
    assertFalse(session.live().latest().device("d07").orElseThrow().isStale(now));
    now = now.plus(Duration.ofSeconds(61));
    await(
        "the wall says how old",
        () -> {
          Node wall = find("#wall");
          press(wall, KeyCode.HOME, false);
          return String.valueOf(wall.getAccessibleText()).contains("1 min ago");
        });
    assertTrue(session.live().latest().device("d07").orElseThrow().isStale(now));
    Path picture = folder.resolve("stale.png");
    onFx(() -> {
      window.writePicture(picture);
      return true;
    });
    assertTrue(Files.size(picture) > 5_000);
  }

  @Test
  void closingAsksAndTheDefaultKeepsMonitoring() throws Exception {
    onFx(() -> {
      window.askToStop();
      return true;
    });
    Button keep = onFx(() -> (Button) find("#keep-monitoring"));
    assertTrue(keep.isDefaultButton());
    assertTrue(onFx(keep::isFocused));
    click("#keep-monitoring");
    assertEquals(null, onFx(() -> window.scene().lookup("#keep-monitoring")));
    assertEquals(1, monitoringStopped.getCount());
    onFx(() -> {
      window.askToStop();
      return click("#stop-monitoring");
    });
    assertTrue(monitoringStopped.await(2, TimeUnit.MINUTES));
  }

  @Test
  void aRejectedMessageShowsItsReason() throws Exception {
    Fault fault = new Fault(Fault.Reason.WRONG_TYPE, "temperature is a word");
    offer(new Decoded(List.of(), List.of(fault)));
    onFx(() -> go(new Destination.Rejected()));
    await("the list shows it", () -> table("#rejections").getItems().size() == 1);
    await(
        "its reason stands there",
        () ->
            window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node ->
                    node instanceof Label label && label.getText().contains(fault.detail())));
  }

  @Test
  void iSeeInTheAuditTrailWhoAcknowledgedAndNarrowItToThat() throws Exception {
    raiseAlarms();
    onFx(() -> press(root(), KeyCode.A, true));
    await(
        "it is acknowledged",
        () ->
            session.live().latest().alarms().stream()
                .anyMatch(alarm -> alarm.state() == AlarmState.ACKNOWLEDGED));
    onFx(() -> press(root(), KeyCode.F12, false));
    await("the trail is there", () -> table("#audit").getItems().size() > 3);
    // When and who are told apart at a glance only where they are not cut.
    await("the name has room", () -> table("#audit").getColumns().get(1).getWidth() >= 112);
    int all = onFx(() -> table("#audit").getItems().size());
    onFx(() -> {
      TextField who = (TextField) find("#audit-who");
      who.setText("anna");
      Event.fireEvent(who, new ActionEvent());
      return true;
    });
    await(
        "only what anna did is left",
        () -> {
          List<?> lines = table("#audit").getItems();
          return lines.size() < all
              && lines.stream().allMatch(line -> ((AuditEntry) line).who().equals("anna"))
              && lines.stream()
                  .anyMatch(line -> ((AuditEntry) line).what().equals("alarm.acknowledge"));
        });
    await("its facts stand beside it", () -> !find("#audit-facts").lookupAll(".label").isEmpty());
  }

  @Test
  void iFindWhatWasOutOfRangeAndGoToItsDevice() throws Exception {
    raiseAlarms();
    onFx(() -> press(root(), KeyCode.E, true));
    await("both excursions are listed", () -> table("#excursions").getItems().size() == 2);
    Excursion first = onFx(() -> (Excursion) table("#excursions").getItems().getFirst());
    assertTrue(first.isOpen());
    onFx(() -> press(table("#excursions"), KeyCode.ENTER, false));
    await("its page is open", () -> window.scene().lookup("#excursions") == null);
  }

  @Test
  void everyScreenCanBeDrawnInBothThemes() throws Exception {
    raiseAlarms();
    for (ThemePreference look : List.of(ThemePreference.DARK, ThemePreference.LIGHT)) {
      for (Destination place :
          List.of(
              new Destination.Overview(null),
              new Destination.Alarms(null),
              new Destination.Rejected(),
              new Destination.Excursions(),
              new Destination.Audit())) {
        Path picture = folder.resolve(place.getClass().getSimpleName() + "-" + look + ".png");
        onFx(() -> {
          window.go(place);
          window.writePicture(picture);
          return true;
        });
        assertTrue(Files.size(picture) > 5_000);
      }
      onFx(() -> press(root(), KeyCode.T, true));
    }
  }

  private void raiseAlarms() {
    for (int i = 0; i < 20; i++) {
      hand("d07", 25.0);
      hand("d10", 9.0);
      long stored = 2L * (i + 1);
      hands.awaitHere("stored", () -> session.live().latest().vitals().stored() == stored);
      now = now.plus(Duration.ofSeconds(30));
    }
    hands.awaitHere("both are raised", () -> session.live().latest().alarms().size() == 2);
  }

  private void register(String id, String name) {
    session.register(
        new Device(
            id,
            "warehouse_001",
            "Pharma hall",
            name,
            "refrigerator-2-8",
            true,
            DeviceConfiguration.NONE,
            DeviceConfiguration.NONE,
            now));
  }

  private void hand(String deviceId, double temperature) {
    offer(new Decoded(List.of(Reading.of(deviceId, "warehouse_001", now, temperature)), List.of()));
  }

  private void offer(Decoded decoded) {
    Origin origin = new Origin("client", "devices/x/messages/events/", null, null, Map.of());
    byte[] raw = "{}".getBytes(StandardCharsets.UTF_8);
    assertTrue(backend.sink().offer(new Delivery(origin, now, raw, decoded, Receipt.NONE)));
  }

  private AlarmState state(String alarmId) {
    return session.live().latest().alarms().stream()
        .filter(alarm -> alarm.alarmId().equals(alarmId))
        .map(Alarm::state)
        .findFirst()
        .orElse(AlarmState.NORMAL);
  }

  private Node root() {
    return window.scene().getRoot();
  }

  private boolean go(Destination destination) {
    window.go(destination);
    return true;
  }

  private Node find(String selector) {
    return hands.find(selector);
  }

  private String text(String selector) {
    return hands.text(selector);
  }

  private String lastCell(String tableSelector) {
    TableView<?> table = table(tableSelector);
    return String.valueOf(table.getColumns().getLast().getCellData(table.getItems().size() - 1));
  }

  private TableView<?> table(String selector) {
    return hands.table(selector);
  }

  private boolean click(String selector) {
    hands.click(selector);
    return true;
  }

  private static boolean press(Node target, KeyCode code, boolean control) {
    Event.fireEvent(
        target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    return true;
  }

  private void await(String what, Callable<Boolean> condition) {
    hands.await(what, condition);
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    return Hands.onFx(work);
  }
}
