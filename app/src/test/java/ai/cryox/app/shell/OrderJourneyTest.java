package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.core.device.DeviceConfiguration;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A device is told something on its page, which says how far it is with that.
final class OrderJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = new ConsoleFixture(folder);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  private DeviceConfiguration desired() {
    return console.session().live().latest().device("d07").orElseThrow().device().desired();
  }

  @Test
  void theWaysFromADeviceHaveKeys() throws Exception {
    console.hand("d07", 12);
    console.go(new Destination.OneDevice("d07"));
    console.await("its alarm is named", () -> console.find("#open-alarm").isVisible());
    console.press(KeyCode.C);
    console.await("it can be told something", () -> console.isThere("#order-send"));
    console.press(KeyCode.ESCAPE);
    console.await("the card is gone", () -> !console.isThere("#order-send"));
    console.press(KeyCode.V);
    console.await("its tile", () -> console.isThere("#wall"));
    console.go(new Destination.OneDevice("d07"));
    console.await("the page again", () -> console.isThere("#open-alarm"));
    console.press(KeyCode.O);
    console.await("its alarm in the list", () -> console.isThere("#active"));
  }

  @Test
  void iTellADeviceSomethingAndSeeWhenItDoesIt() throws Exception {
    console.go(new Destination.OneDevice("d07"));
    console.await("nothing yet", () -> console.text("#order-line").equals("No settings sent yet."));
    console.click("#order-tell");
    console.await("the card asks", () -> console.isThere("#order-send"));
    console.click("#order-send");
    console.await("nothing is told", () -> console.text("#order-trouble").contains("Nothing"));
    console.type("#order-sampling", "often");
    console.click("#order-send");
    console.await("nonsense is refused", () -> console.text("#order-trouble").contains("readings"));
    assertEquals(DeviceConfiguration.NONE, desired());
    console.type("#order-sampling", "90 s");
    console.type("#order-high", "8");
    console.type("#order-low", "9");
    console.click("#order-send");
    console.await("limits too", () -> console.text("#order-trouble").contains("above"));
    console.type("#order-low", "2");
    console.click("#order-send");
    console.await("pending", () -> console.text("#order-line").contains("pending since"));
    assertTrue(console.text("#order-line").contains("accepted 21:14"), console.text("#order-line"));
    assertEquals(90, desired().samplingRate());
    console.says("d07", 30);
    console.go(new Destination.OneDevice("d10"));
    console.await("another", () -> console.text("#order-line").equals("No settings sent yet."));
    console.go(new Destination.OneDevice("d07"));
    console.await("still", () -> console.text("#order-line").contains("pending since"));
    console.click("#order-tell");
    console.await("as it was told", () -> console.text("#order-sampling").equals("90 s"));
    console.type("#order-high", "");
    console.type("#order-low", "");
    console.click("#order-send");
    console.await("the card is gone", () -> !console.isThere("#order-send"));
    console.says("d07", 90);
    console.await("done", () -> console.text("#order-line").contains("applied by device"));
  }
}
