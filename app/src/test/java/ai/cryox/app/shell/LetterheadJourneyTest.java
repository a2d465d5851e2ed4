package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.screen.Destination;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a facility's reports look is said in the console.
final class LetterheadJourneyTest {
  private static final String FACILITY = "warehouse_001";

  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
    console.go(new Destination.Reports(null));
    console.await("the archive is there", () -> console.isThere("#letterhead"));
    console.press(KeyCode.L);
    console.await(
        "what holds now is read",
        () ->
            console.isThere("#letterhead-save") && !console.find("#letterhead-save").isDisabled());
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void whatISaySurvivesTheCard() throws Exception {
    assertEquals(FACILITY, console.text("#letterhead-name"));
    console.type("#letterhead-name", "Harbour cold store");
    console.type("#letterhead-address", "Quay 7\n20457 Hamburg");
    console.type("#letterhead-zone", "Europe/Helsinki");
    console.click("#letterhead-save");
    console.await("the card is gone", () -> !console.isThere("#letterhead-save"));
    var saved = console.session().reports().letterhead(FACILITY);
    assertEquals("Harbour cold store", saved.facilityName());
    assertEquals("Quay 7\n20457 Hamburg", saved.address());
    assertEquals("Europe/Helsinki", saved.zone().getId());
    console.click("#letterhead");
    console.await(
        "it is there again",
        () ->
            console.isThere("#letterhead-name")
                && console.text("#letterhead-name").equals("Harbour cold store"));
  }

  @Test
  void whatIsNamedIsCalledSoWhereItsDevicesAre() throws Exception {
    console.type("#letterhead-name", "Harbour cold store");
    console.click("#letterhead-save");
    console.await("the card is gone", () -> !console.isThere("#letterhead-save"));
    console.go(new Destination.OneDevice("d07"));
    console.await(
        "its device says so",
        () ->
            console.isThere("#device-place")
                && console.text("#device-place").startsWith("Harbour cold store › "));
    assertEquals(
        FACILITY,
        Objects.requireNonNull(((Label) console.find("#device-place")).getTooltip()).getText());
  }

  @Test
  void whatMakesNoSenseIsSaidAndNothingIsSaved() throws Exception {
    console.type("#letterhead-zone", "Atlantis");
    console.click("#letterhead-save");
    console.await(
        "the zone is not known",
        () -> console.text("#letterhead-trouble").contains("Europe/Berlin"));
    console.type("#letterhead-zone", "Europe/Berlin");
    console.type("#letterhead-name", " ");
    console.click("#letterhead-save");
    console.await(
        "a name is needed", () -> console.text("#letterhead-trouble").contains("80 characters"));
    assertEquals(FACILITY, console.session().reports().letterhead(FACILITY).facilityName());
  }
}
