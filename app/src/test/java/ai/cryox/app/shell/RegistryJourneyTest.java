package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.device.Device;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody looks after the sensors of a cold store.
final class RegistryJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
    console.go(new Destination.Registry());
    awaitDevices(2);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  private void awaitDevices(int count) {
    console.await(
        count + " devices are listed", () -> console.table("#registry").getItems().size() == count);
  }

  private Device device(String id) {
    return console.session().live().latest().device(id).orElseThrow().device();
  }

  private void awaitFact(String words) {
    console.await(words, () -> console.says("#registry-facts", words));
  }

  private void pressInList(KeyCode code) throws Exception {
    ConsoleFixture.onFx(() -> {
      console.table("#registry").requestFocus();
      return true;
    });
    console.press(code);
  }

  @Test
  void iAmToldThatNobodySawTheKeyOfASensorWhoseCardIClosed() throws Exception {
    pressInList(KeyCode.N);
    console.await("it can be added", () -> !console.find("#start-add").isDisabled());
    console.type("#start-device", "temp_900");
    Runnable arrives = console.line().hold("call");
    console.click("#start-add");
    console.press(KeyCode.ESCAPE);
    assertFalse(console.isThere("#start-add"));
    arrives.run();
    console.await(
        "it is said", () -> console.text("#notice").startsWith("temp_900 has a new proof"));
  }

  @Test
  void iAddASensorAndSeeItsKeyThisOnce() throws Exception {
    pressInList(KeyCode.N);
    console.await(
        "the profiles are read",
        () ->
            console.isThere("#start-profile")
                && !((ComboBox<?>) console.find("#start-profile")).getItems().isEmpty());
    assertEquals("warehouse_001", console.text("#start-facility"), "where the others are");
    console.type("#start-device", "temp_900");
    console.type("#start-name", "Freezer 900");
    console.click("#start-add");
    console.await("its key is shown", () -> console.isThere("#start-connection"));
    assertTrue(console.text("#start-connection").contains("DeviceId=temp_900;SharedAccessKey="));
    console.click("#registry-close");
    assertFalse(console.isThere("#start-connection"));
    awaitDevices(3);
    assertTrue(device("temp_900").confirmed());
    console.type("#registry-filter", "900");
    awaitDevices(1);
    awaitFact("Key");
  }

  @Test
  void aSensorThatSpokeByItselfWaitsUntilILetItIn() throws Exception {
    console.hand("temp_new", 4.0);
    awaitDevices(3);
    console.click("#registry-part-new");
    awaitDevices(1);
    pressInList(KeyCode.C);
    console.await("it is let in", () -> device("temp_new").confirmed());
    awaitDevices(0);
    console.click("#registry-part-all");
    awaitDevices(3);
  }

  @Test
  void iGiveASensorAKeyTurnItAwayAndTakeThatBack() throws Exception {
    console.select("#registry", 0);
    awaitFact("Nothing yet");
    pressInList(KeyCode.K);
    console.await("I am asked", () -> console.isThere("#registry-do-renew"));
    console.click("#registry-do-renew");
    console.await("its key is shown", () -> console.isThere("#start-connection"));
    String first = console.text("#start-connection");
    console.click("#registry-close");
    awaitFact("Key");
    pressInList(KeyCode.X);
    awaitFact("Turned away");
    assertFalse(console.isThere("#registry-renew"), "who is turned away gets nothing new");
    console.shortcut(KeyCode.Z);
    awaitFact("Confirmed");
    pressInList(KeyCode.K);
    console.await("I am asked", () -> console.isThere("#registry-do-renew"));
    console.click("#registry-do-renew");
    console.await(
        "another key is shown",
        () ->
            console.isThere("#start-connection")
                && !console.text("#start-connection").equals(first));
  }

  @Test
  void iSayWhatASensorIsCalledAndWhereItStands() throws Exception {
    console.select("#registry", 0);
    pressInList(KeyCode.E);
    console.await("the card", () -> console.isThere("#registry-save"));
    console.type("#registry-name", " ");
    console.click("#registry-save");
    console.await("it says no", () -> console.text("#registry-trouble").contains("needs a name"));
    console.type("#registry-name", "Fridge by the door");
    console.type("#registry-zone", "");
    console.click("#registry-save");
    console.await("it is called so", () -> device("d07").name().equals("Fridge by the door"));
    assertEquals("", device("d07").zone());
    awaitFact("Fridge by the door");
  }

  @Test
  void aSensorForACertificateIsOfferedOne() throws Exception {
    console
        .session()
        .deviceDesk()
        .orElseThrow()
        .call(
            "device/add",
            Map.of("deviceId", "temp_901", "facilityId", "warehouse_001", "method", "authority"));
    console.go(new Destination.Overview(null));
    console.go(new Destination.Registry());
    awaitDevices(3);
    console.type("#registry-filter", "901");
    awaitDevices(1);
    awaitFact("none made yet");
    pressInList(KeyCode.Z);
    console.await("the card", () -> console.isThere("#registry-days"));
    console.type("#registry-days", "soon");
    console.click("#registry-make-certificate");
    console.await("it says no", () -> console.text("#registry-trouble").contains("whole number"));
  }
}
