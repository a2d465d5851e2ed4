package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.seat.IdleLimits;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new installation, from nothing to the first reading.
final class FirstStepsJourneyTest {
  @TempDir Path folder;
  private ConsoleFixture console;

  @BeforeEach
  void open() throws Exception {
    console = ConsoleFixture.asking(folder, IdleLimits.USUAL);
    console.go(new Destination.FirstSteps());
    console.await(
        "the profiles are read",
        () ->
            console.isThere("#start-profile")
                && !((ComboBox<?>) console.find("#start-profile")).getItems().isEmpty());
  }

  @AfterEach
  void close() throws Exception {
    console.close();
  }

  @Test
  void iAddMyFirstSensorByItsCodeAndSeeItsFirstReadingCome() throws Exception {
    console.type("#start-device", "no id!");
    console.click("#start-add");
    assertTrue(console.text("#start-trouble").startsWith("An id has letters"));
    console.type("#start-device", "temp_009");
    console.type("#start-name", "Freezer 9");
    console.click("#start-add");
    console.await("its keys are shown", () -> console.isThere("#start-connection"));
    String connection = console.text("#start-connection");
    assertTrue(connection.contains("DeviceId=temp_009;SharedAccessKey="), connection);
    assertEquals(
        connection,
        ConsoleFixture.onFx(() -> read(((ImageView) console.find("#start-qr")).getImage())));
    assertTrue(console.text("#start-hint").contains("--mqtts"));
    console.await("it waits", () -> console.text("#start-reading").startsWith("Waiting"));
    assertTrue(console.find("#start-overview").isDisabled());

    console.hand("temp_009", 4.0);
    console.await(
        "it has come", () -> console.text("#start-reading").contains("Freezer 9 says 4.0"));
    console.click("#start-overview");
    console.await("the overview is shown", () -> !console.isThere("#start-reading"));
  }

  @Test
  void iSayWhatMyFacilityIsCalledAndWhichClockItHas() throws Exception {
    console.click("#start-facility-save");
    assertEquals("Say what people call the facility.", console.text("#start-facility-trouble"));
    console.type("#start-facility-id", "harbour");
    console.type("#start-facility-name", "Harbour store");
    console.type("#start-facility-zone", "Europe/Nowhere");
    console.click("#start-facility-save");
    assertEquals(
        "A time zone is called like Europe/Berlin.", console.text("#start-facility-trouble"));
    console.type("#start-facility-zone", "Europe/Lisbon");
    console.click("#start-facility-save");
    console.await(
        "it is saved", () -> console.text("#start-facility-state").startsWith("Done: Harbour"));
    var reports = console.session().reports();
    assertEquals("Harbour store", reports.nameOf("harbour"));
    assertEquals(ZoneId.of("Europe/Lisbon"), reports.letterhead("harbour").zone());
    assertEquals(
        "harbour", ((TextField) console.find("#start-facility")).getText(), "of the sensor");
  }

  @Test
  void theKeyboardIsAtTheFirstStepAsSoonAsTheWindowIsThere() throws Exception {
    console.await("it is there", () -> console.find("#start-administrator").isFocused());
  }

  @Test
  void iMakeTheAdministratorFirstAndGoOnSignedIn() throws Exception {
    assertTrue(console.text("#start-administrator-state").startsWith("Recommended"));
    console.click("#start-administrator");
    console.type("#new-name", "Ada Lund");
    console.type("#new-sign-in-name", "ada");
    console.type("#new-password", "four words in a row");
    console.type("#new-again", "four words in a row");
    console.click("#new-save");
    console.await(
        "she is to sign in",
        () -> console.text("#start-administrator-state").startsWith("There is an administrator"));
    console.click("#start-add");
    console.await("nobody sits there", () -> !console.text("#start-trouble").isEmpty());
    console.type("#seat-name", "ada");
    console.type("#seat-password", "four words in a row");
    console.click("#seat-enter");
    console.await("she sits there", () -> console.title().contains("Ada Lund"));
    console.await(
        "the steps are still there",
        () ->
            console.isThere("#start-administrator-state")
                && console.text("#start-administrator-state").startsWith("Done"));
    assertFalse(console.find("#start-administrator").isVisible());
  }

  private static String read(Image image) throws Exception {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = image.getPixelReader().getArgb(x, y);
      }
    }
    // A camera looks many times. The reader looks once, and for corners as in a photograph finds
    // those of one picture in three hundred elsewhere: it is told that this is no photograph.
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
            Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }
}
