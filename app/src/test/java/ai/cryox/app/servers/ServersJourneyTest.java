package ai.cryox.app.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.contract.Site;
import ai.cryox.app.fx.Hands;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.KnownServers;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.backend.Place;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From one's own cold store to a server over TLS and back, through the window and without a
/// display.
final class ServersJourneyTest {
  @TempDir Path folder;
  private Site home;
  private Site there;
  private KnownServers servers;
  private ConsoleRun run;
  private final Hands hands = new Hands(() -> run.window().scene());

  @BeforeEach
  void open() throws Exception {
    Hands.startToolkit();
    home = new Site(folder.resolve("home"));
    there = new Site(folder.resolve("there"));
    servers = new KnownServers(folder.resolve("servers"), InstantSource.system());
    run =
        ConsoleRun.open(
            null,
            home.desk,
            "Harbour store",
            InstantSource.system(),
            ThemePreference.DARK,
            servers,
            Remembered.forNow());
  }

  @AfterEach
  void close() throws Exception {
    onFx(() -> {
      run.window().close();
      return true;
    });
    home.close();
    there.close();
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    return Hands.onFx(work);
  }

  private Node find(String selector) {
    return hands.find(selector);
  }

  private String title() {
    return ((Stage) run.window().scene().getWindow()).getTitle();
  }

  private boolean isThere(String selector) {
    return hands.isThere(selector);
  }

  private String text(String selector) {
    return hands.text(selector);
  }

  private void click(String selector) {
    hands.click(selector);
  }

  private void type(String selector, String typed) {
    hands.type(selector, typed);
  }

  private void go(Destination destination) throws Exception {
    onFx(() -> {
      run.window().go(destination);
      return true;
    });
  }

  private void await(String what, Callable<Boolean> condition) {
    hands.await(what, condition);
  }

  private void add() throws Exception {
    go(new Destination.Servers());
    await("the list", () -> isThere("#server-add"));
    click("#server-add");
    await("the card", () -> isThere("#server-address"));
    type("#server-address", there.address().toString());
    type("#server-name", "North server");
    click("#server-test");
    await("the certificate", () -> isThere("#server-fingerprint"));
  }

  private Server only() {
    assertEquals(1, servers.all().size());
    return servers.all().getFirst();
  }

  private void enter() {
    await("who?", () -> isThere("#sign-in-enter"));
    type("#sign-in-name", "Bea");
    click("#sign-in-enter");
    await("I am there", () -> isThere("#home-bar"));
  }

  @Test
  void iAddAServerLookAtItAndComeBack() throws Exception {
    add();
    String shown = text("#server-fingerprint").replaceAll("[^0-9a-f]", "");
    click("#server-save");
    await("it is kept", () -> !servers.all().isEmpty());
    String pin = Objects.requireNonNull(only().pin(), "the certificate was shown and is pinned");
    assertTrue(shown.contains(pin), shown);
    enter();
    assertEquals(Place.FACILITY_SERVER, only().place());
    assertEquals("Bea", only().signInName(), "the name is known next time");
    await("the title says where", () -> title().contains("NORTH SERVER"));
    String id = there.alarm("temp_001", 9.5);
    go(new Destination.Alarms(id));
    await(
        "its alarm",
        () -> isThere("#active") && ((TableView<?>) find("#active")).getItems().size() == 1);
    onFx(() -> {
      ((TableView<?>) find("#active")).getSelectionModel().select(0);
      find("#active").requestFocus();
      Event.fireEvent(
          find("#active"),
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false));
      return true;
    });
    await("what was sent was accepted", () -> said().contains("accepted"));
    assertTrue(said().startsWith("One alarm: sent "), said());
    assertEquals(AlarmState.ACKNOWLEDGED, there.desk.live().latest().alarms().getFirst().state());
    assertTrue(home.desk.live().latest().alarms().isEmpty());
    home.alarm("temp_002", 30.0);
    await("home calls", () -> text("#home-words").contains("temp_002"));
    click("#home-back");
    await("I am home", () -> !isThere("#home-bar"));
    await("the title says so", () -> title().contains("HARBOUR STORE"));
  }

  private String said() {
    return isThere("#notice") ? text("#notice") : "";
  }

  @Test
  void theKeyboardIsAtTheButtonThatAddsAServerAsSoonAsIAmThere() throws Exception {
    go(new Destination.Servers());
    await(
        "it has the keyboard",
        () ->
            isThere("#server-add")
                && find("#server-add").equals(run.window().scene().getFocusOwner()));
  }

  @Test
  void aServerThatIsForgottenLeavesNothing() throws Exception {
    add();
    click("#server-save");
    await("who?", () -> isThere("#sign-in-enter"));
    onFx(() -> {
      Event.fireEvent(
          find("#sign-in-name"),
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
      return true;
    });
    await("no card", () -> !isThere("#sign-in-enter"));
    Path kept = folder.resolve("servers").resolve(only().id());
    assertTrue(kept.toFile().isDirectory());
    click("#server-remove-" + only().id());
    await("nothing is left", () -> servers.all().isEmpty());
    assertFalse(kept.toFile().exists());
  }

  @Test
  void whatIsNoAddressOrDoesNotAnswerIsSaidAndCannotBeTrusted() throws Exception {
    go(new Destination.Servers());
    await("the list", () -> isThere("#server-add"));
    click("#server-add");
    await("the card", () -> isThere("#server-address"));
    type("#server-address", "https://somebody:secret@server.example");
    click("#server-test");
    assertFalse(onFx(() -> text("#server-trouble")).isEmpty());
    there.way.breakDown();
    type("#server-address", there.address().toString());
    click("#server-test");
    await("nobody answers", () -> text("#server-trouble").contains("localhost"));
    assertTrue(onFx(() -> find("#server-save").isDisabled()));
    there.way.repair();
    click("#server-test");
    await("it does now", () -> !find("#server-save").isDisabled());
    type("#server-address", there.address() + "0");
    assertTrue(onFx(() -> find("#server-save").isDisabled()), "another address was not looked at");
  }

  @Test
  void whatWasLookedAtSaysNothingOfAnAddressThatITypedMeanwhile() throws Exception {
    go(new Destination.Servers());
    click("#server-add");
    type("#server-address", there.address().toString());
    onFx(() -> {
      click("#server-test");
      type("#server-address", there.address() + "0");
      return true;
    });
    await("it was looked at", () -> !find("#server-test").isDisabled());
    assertTrue(onFx(() -> find("#server-save").isDisabled()));
    assertFalse(onFx(() -> isThere("#server-fingerprint")));
  }

  @Test
  void aServerThatChangedItsCertificateIsNotEntered() throws Exception {
    add();
    click("#server-save");
    await("it is kept", () -> !servers.all().isEmpty());
    Server kept = only();
    servers.save(
        new Server(
            kept.id(),
            kept.name(),
            kept.address(),
            kept.place(),
            kept.facilities(),
            "00".repeat(32),
            ""));
    go(new Destination.Overview(null));
    go(new Destination.Servers());
    await("the list", () -> isThere("#server-go-" + kept.id()));
    click("#server-go-" + kept.id());
    await("who?", () -> isThere("#sign-in-enter"));
    click("#sign-in-enter");
    await("it says why", () -> text("#sign-in-trouble").contains("another certificate"));
    assertFalse(onFx(() -> isThere("#home-bar")));
  }
}
