package ai.cryox.app.shell;

import ai.cryox.app.screen.PngFile;
import ai.cryox.core.backend.BackendException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.image.Image;

/// Where pictures of the screen are kept. Any thread.
final class PictureFile {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'cryox-'uuuuMMdd-HHmmss'.png'", Locale.ROOT);

  private PictureFile() {}

  /// The person's own folder of pictures, else their home.
  static Path usualFolder() {
    Path home = Path.of(System.getProperty("user.home", "."));
    Path pictures = home.resolve("Pictures");
    return Files.isDirectory(pictures) ? pictures : home;
  }

  /// Writes a picture, named by the local time.
  ///
  /// @throws BackendException with a sentence, if the folder takes nothing
  static Path write(Image image, Path folder, Instant at, ZoneId zone) {
    Path file = folder.resolve(NAME.format(at.atZone(zone)));
    try {
      PngFile.write(image, file);
      return file;
    } catch (IOException failed) {
      throw new BackendException(
          "The picture cannot be written to %s: %s. It is on the clipboard."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }
}
