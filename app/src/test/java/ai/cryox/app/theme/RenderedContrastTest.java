package ai.cryox.app.theme;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.fx.FxThread;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Texts as the toolkit draws them, in every theme.
final class RenderedContrastTest {
  /// WCAG 2.2, 1.4.3 level AA, for text of normal size.
  private static final double AA = 4.5;

  /// WCAG 2.2, 1.4.6 level AAA.
  private static final double AAA = 7;

  @BeforeAll
  static void startToolkit() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException alreadyStarted) {
      // Another test of this run was first.
      assertNotNull(alreadyStarted);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text, ground",
    "text, panel",
    "text, tile",
    "text, band",
    "text, critical-ground",
    "text, warning-ground",
    "muted, ground",
    "muted, panel",
    "muted, tile",
    "muted, band",
    "muted, critical-ground",
    "muted, warning-ground",
    "accent, tile",
    "on-accent, accent",
    "on-critical, critical",
    "critical, panel",
    "critical, tile",
    "critical, critical-ground",
    "warning, panel",
    "warning, tile",
    "warning, warning-ground",
    "shelved, panel",
    "shelved, tile",
    "ground, text"
  })
  void whatMustBeReadStandsOut(String text, String ground) {
    for (ThemePreference look :
        new ThemePreference[] {
          ThemePreference.DARK, ThemePreference.LIGHT, ThemePreference.HIGH_CONTRAST
        }) {
      double contrast = drawn(look, text, ground);
      double least = look == ThemePreference.HIGH_CONTRAST ? AAA : AA;
      assertTrue(
          contrast >= least, () -> "%s on %s in %s: %.2f".formatted(text, ground, look, contrast));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemePreference.class,
      names = {"DARK", "LIGHT", "HIGH_CONTRAST"})
  void pensStandOutFromTilesAndBands(ThemePreference look) {
    Palette palette =
        switch (look) {
          case DARK, SYSTEM -> Palette.DARK;
          case LIGHT -> Palette.LIGHT;
          case HIGH_CONTRAST -> Palette.HIGH_CONTRAST;
        };
    for (var pen : palette.pens()) {
      // WCAG 2.2, 1.4.11, for what is no text.
      assertTrue(Contrast.between(pen, palette.tile()) >= 3, pen::toString);
      assertTrue(Contrast.between(pen, palette.band()) >= 3, pen::toString);
    }
  }

  private static double drawn(ThemePreference look, String text, String ground) {
    return FxThread.get(() -> {
      Label label = new Label("HI");
      label.setStyle(
          "-fx-text-fill: -cx-%s; -fx-background-color: -cx-%s; -fx-font-size: 34px; -fx-padding: 12; -fx-font-weight: bold;"
              .formatted(text, ground));
      Scene scene = new Scene(new StackPane(label), 120, 80);
      var theme = new Theme(scene, Appearance.USUAL.with(look));
      assertTrue(theme.zoom().get() == 1);
      WritableImage picture = scene.snapshot(null);
      var box = label.localToScene(label.getLayoutBounds());
      return Contrast.in(
          picture,
          (int) box.getMinX() + 1,
          (int) box.getMinY() + 1,
          (int) box.getWidth() - 2,
          (int) box.getHeight() - 2);
    });
  }
}
