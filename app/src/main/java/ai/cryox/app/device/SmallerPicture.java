package ai.cryox.app.device;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Makes a large picture small enough to be kept: at most 1,200 px across, as JPEG. A file that
/// claims to be larger than any camera's picture is refused before it is decoded. Blocks; any
/// thread.
final class SmallerPicture {
  private static final int ACROSS = 1_200;
  private static final int MOST_ACROSS = 20_000;
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private SmallerPicture() {}

  /// The picture in a file as a JPEG.
  ///
  /// @throws IOException if it cannot be read
  /// @throws IllegalArgumentException if it is no picture, or too large to be one
  static byte[] of(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IllegalArgumentException("A picture of more than 64 MB is not read.");
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IllegalArgumentException("This is no JPEG or PNG picture.");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return jpeg(small(reader));
      } finally {
        reader.dispose();
      }
    }
  }

  /// Reads every so many pixels only: a picture never takes more memory than four times what is
  /// kept.
  private static BufferedImage small(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    int across = Math.max(width, height);
    if (across > MOST_ACROSS) {
      throw new IllegalArgumentException(
          "A picture of %d × %d px is not read.".formatted(width, height));
    }
    ImageReadParam param = reader.getDefaultReadParam();
    int every = Math.max(1, across / (2 * ACROSS));
    param.setSourceSubsampling(every, every, 0, 0);
    BufferedImage read = reader.read(0, param);
    double scale = Math.min(1, (double) ACROSS / Math.max(read.getWidth(), read.getHeight()));
    BufferedImage small =
        new BufferedImage(
            (int) Math.max(1, read.getWidth() * scale),
            (int) Math.max(1, read.getHeight() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(read, 0, 0, small.getWidth(), small.getHeight(), null);
    g.dispose();
    return small;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 * 1024);
    if (!ImageIO.write(image, "jpg", out)) {
      throw new IOException("JPEG cannot be written here.");
    }
    return out.toByteArray();
  }
}
