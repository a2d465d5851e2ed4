package ai.cryox.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.Motion;
import ai.cryox.app.theme.ThemePreference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RememberedTest {
  @TempDir Path folder;

  @Test
  void whatWasLikedIsLikedAtTheNextStart() {
    Path file = folder.resolve("data").resolve("console.properties");
    Appearance liked = new Appearance(ThemePreference.HIGH_CONTRAST, 150, Motion.STILL);
    liked.keep(Remembered.in(file, Runnable::run));
    assertEquals(liked, Appearance.of(Remembered.in(file, Runnable::run), ThemePreference.SYSTEM));
  }

  @Test
  void whatIsSaidForThisStartWinsOverWhatWasLiked() {
    Remembered remembered = Remembered.forNow();
    Appearance.USUAL.with(ThemePreference.LIGHT).keep(remembered);
    assertEquals(ThemePreference.DARK, Appearance.of(remembered, ThemePreference.DARK).theme());
  }

  @Test
  void aDamagedFileCountsAsNeverSaid() throws IOException {
    Path file = folder.resolve("console.properties");
    Files.writeString(file, "look.theme=PINK\nlook.percent=9999\nlook.motion=\\u00zz\n");
    assertEquals(
        Appearance.USUAL,
        Appearance.of(Remembered.in(file, Runnable::run), ThemePreference.SYSTEM));
    Files.writeString(file, "look.theme=PINK\nlook.percent=9999\n");
    assertEquals(
        Appearance.USUAL.at(200),
        Appearance.of(Remembered.in(file, Runnable::run), ThemePreference.SYSTEM));
  }
}
