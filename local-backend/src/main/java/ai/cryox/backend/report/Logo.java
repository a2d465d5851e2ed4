package ai.cryox.backend.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A facility's own picture on its reports: PNG or JPEG.
public final class Logo {
  private static final long LARGEST = 2L * 1024 * 1024;

  private Logo() {}

  /// Reads a picture.
  ///
  /// @throws ReportException if it cannot be read, is too large, or is no picture
  public static byte[] read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new ReportException(
            "The logo %s has more than 2 MB. Take a smaller picture.".formatted(file));
      }
      byte[] bytes = Files.readAllBytes(file);
      if (!isPicture(bytes)) {
        throw new ReportException(
            "The logo %s is no PNG or JPEG picture. Take one that is.".formatted(file));
      }
      return bytes;
    } catch (IOException failed) {
      throw new ReportException(
          "The logo %s cannot be read: %s.".formatted(file, failed.getMessage()), failed);
    }
  }

  /// Why these bytes cannot be a logo, in a sentence; `null` if they can, or there are none.
  public static @Nullable String problem(byte[] bytes) {
    if (bytes.length == 0) {
      return null;
    }
    if (bytes.length > LARGEST) {
      return "The logo has more than 2 MB. Take a smaller picture.";
    }
    try {
      return isPicture(bytes) ? null : "The logo is no PNG or JPEG picture. Take one that is.";
    } catch (IOException broken) {
      return "The logo is a damaged picture (%s). Take another.".formatted(broken.getMessage());
    }
  }

  private static boolean isPicture(byte[] bytes) throws IOException {
    if (mediaType(bytes).isEmpty()) {
      return false;
    }
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    return image != null;
  }

  /// `image/png` or `image/jpeg` by how it begins; empty for anything else.
  static String mediaType(byte[] bytes) {
    if (begins(bytes, 0x89, 'P', 'N', 'G')) {
      return "image/png";
    }
    return begins(bytes, 0xFF, 0xD8, 0xFF) ? "image/jpeg" : "";
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
