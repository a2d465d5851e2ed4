package ai.cryox.backend.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogoTest {
  private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' ";

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] picture(String kind, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), kind, bytes);
    return bytes.toByteArray();
  }

  @Test
  void picturesOfPointsStayAsTheyAre() throws IOException {
    for (String kind : new String[] {"png", "jpeg"}) {
      byte[] picture = picture(kind, 40, 20);
      assertNull(Logo.problem(picture));
      assertArrayEquals(picture, Logo.read(Files.write(folder.resolve("logo"), picture)));
    }
    assertEquals(0, Logo.drawn(new byte[0]).length, "no logo is none");
  }

  @Test
  void aDrawingIsDrawnAsFineAsItIsPrinted() throws IOException {
    byte[] drawing =
        bytes(SVG + "width='10' height='20'><rect width='10' height='10' fill='#f00'/></svg>");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Logo.drawn(drawing)));
    assertEquals(192, image.getWidth());
    assertEquals(384, image.getHeight());
    assertEquals(0xFFFF0000, image.getRGB(96, 96));
    assertEquals(0, image.getRGB(96, 300), "nothing is drawn there");
  }

  @Test
  void whatIsNoPictureIsSaidInASentence() throws IOException {
    byte[] cut = Arrays.copyOf(picture("png", 40, 20), 30);
    String[] texts = {
      "not a picture",
      "<svg",
      SVG + "width='0' height='0'/>",
      "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + SVG + "width='9' height='9'><text>&a;</text></svg>"
    };
    for (String text : texts) {
      String problem = said(bytes(text));
      assertTrue(problem.startsWith("The logo is no PNG, JPEG or SVG picture."), text);
      assertThrows(ReportException.class, () -> Logo.drawn(bytes(text)));
    }
    assertTrue(said(cut).startsWith("The logo is a damaged picture"));
  }

  private static String said(byte[] bytes) {
    return Objects.requireNonNull(Logo.problem(bytes));
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsUnpacked() throws IOException {
    assertTrue(said(new byte[3_000_000]).contains("more than 2 MB"));
    byte[] wide = picture("png", 8_000, 4_000);
    assertTrue(wide.length < 100_000, "a small file");
    assertTrue(said(wide).contains("16 million points"));
  }

  @Test
  void aDrawingFetchesNothingFromElsewhere() throws IOException {
    Path secret = Files.write(folder.resolve("secret.png"), picture("png", 10, 10));
    byte[] drawing =
        bytes(
            SVG
                + "width='10' height='10'><image width='10' height='10' href='%s'/></svg>"
                    .formatted(secret.toUri()));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Logo.drawn(drawing)));
    assertEquals(0, image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
  }
}
