package ai.cryox.backend.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// A facility's own picture on its reports: PNG, JPEG or SVG. What is in a PDF is PNG or JPEG; an
/// SVG is drawn once, as fine as it can be printed.
public final class Logo {
  private static final long LARGEST = 2L * 1024 * 1024;

  /// Points in all that a picture may have: a small file may unpack to a huge one.
  private static final long MOST_POINTS = 16L * 1024 * 1024;

  private static final String NO_PICTURE = "is no PNG, JPEG or SVG picture. Take one that is.";

  private Logo() {}

  /// Reads a picture.
  ///
  /// @return as it goes into a PDF
  /// @throws ReportException if it cannot be read, is too large, or is no picture
  public static byte[] read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new ReportException(
            "The logo %s has more than 2 MB. Take a smaller picture.".formatted(file));
      }
      return drawn(Files.readAllBytes(file));
    } catch (IOException failed) {
      throw new ReportException(
          "The logo %s cannot be read: %s.".formatted(file, failed.getMessage()), failed);
    }
  }

  /// The picture as it goes into a PDF; nothing stays nothing.
  ///
  /// @throws ReportException if it is too large, or is no picture, with a sentence
  public static byte[] drawn(byte[] bytes) {
    String problem = problem(bytes);
    if (problem != null) {
      throw new ReportException(problem);
    }
    return bytes.length == 0 || !mediaType(bytes).isEmpty() ? bytes : SvgLogo.drawn(bytes);
  }

  /// Why these bytes cannot be a logo, in a sentence; `null` if they can, or there are none.
  public static @Nullable String problem(byte[] bytes) {
    if (bytes.length == 0) {
      return null;
    }
    if (bytes.length > LARGEST) {
      return "The logo has more than 2 MB. Take a smaller picture.";
    }
    if (mediaType(bytes).isEmpty()) {
      return SvgLogo.isDrawable(bytes) ? null : "The logo " + NO_PICTURE;
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      return problem(in);
    } catch (IOException | RuntimeException broken) {
      return "The logo is a damaged picture (%s). Take another.".formatted(broken.getMessage());
    }
  }

  private static @Nullable String problem(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      return "The logo " + NO_PICTURE;
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
        return "The logo has more than 16 million points. Take a smaller picture.";
      }
      reader.read(0);
      return null;
    } finally {
      reader.dispose();
    }
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
