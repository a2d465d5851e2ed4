package ai.cryox.app.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.Hands;
import ai.cryox.app.theme.Fonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TextWidthsTest {
  @BeforeAll
  static void startToolkit() {
    Hands.startToolkit();
  }

  private static String fitted(String name, int most) throws Exception {
    return Hands.onFx(() -> {
      TextWidths widths = new TextWidths(Fonts.regular(12));
      String shown = widths.fitName(name, most);
      assertTrue(widths.of(shown) <= most, shown + " is wider than " + most);
      return shown;
    });
  }

  @Test
  void aNameThatIsCutKeepsTheNumberThatTellsItFromItsNeighbours() throws Exception {
    String shown = fitted("Vaccine fridge 07", 80);
    assertTrue(shown.startsWith("Vaccine") && shown.endsWith("… 07"), shown);
  }

  @Test
  void aNameThatFitsIsWhole() throws Exception {
    assertEquals("Room 07", fitted("Room 07", 80));
  }

  @Test
  void aNameOfOneWordIsCutAtItsEnd() throws Exception {
    String shown = fitted("Hochregallagerkühlzelle", 80);
    assertTrue(shown.startsWith("Hochregal") && shown.endsWith("…"), shown);
  }
}
