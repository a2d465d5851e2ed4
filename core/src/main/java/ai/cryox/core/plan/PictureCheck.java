package ai.cryox.core.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Looks at the head of a picture file, so that only pictures are kept and none that would eat the
/// memory when somebody unpacks it. Pure.
public final class PictureCheck {
  /// A file's bytes at most.
  public static final int MOST_BYTES = 4 << 20;

  /// Width and height at most, px.
  public static final int MOST_SIDE = 4_096;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /// Where a PNG file says its width; its height follows.
  private static final int PNG_SIZE = 16;

  private PictureCheck() {}

  private record Size(long width, long height) {}

  /// Why the file is not taken, as a sentence; `null` if it is.
  public static @Nullable String problem(byte[] file) {
    if (file.length > MOST_BYTES) {
      return "The picture has %,d bytes; at most %,d are kept. Save it smaller."
          .formatted(file.length, MOST_BYTES);
    }
    Size size = startsWith(file, PNG) ? png(file) : jpeg(file);
    if (size == null) {
      return "This is neither a PNG nor a JPEG picture. Save the floor plan as one of these.";
    }
    boolean fits =
        size.width > 0 && size.height > 0 && size.width <= MOST_SIDE && size.height <= MOST_SIDE;
    return fits
        ? null
        : "The picture is %d × %d px; it may have %d px on each side at most. Save it smaller."
            .formatted(size.width, size.height, MOST_SIDE);
  }

  private static boolean startsWith(byte[] file, byte[] head) {
    return file.length >= head.length && Arrays.equals(file, 0, head.length, head, 0, head.length);
  }

  private static @Nullable Size png(byte[] file) {
    return file.length < PNG_SIZE + 8
        ? null
        : new Size(number(file, PNG_SIZE, 4), number(file, PNG_SIZE + 4, 4));
  }

  /// Walks over the segments to the one that says the size.
  private static @Nullable Size jpeg(byte[] file) {
    if (file.length < 4 || number(file, 0, 2) != 0xffd8) {
      return null;
    }
    int at = 2;
    while (at + 9 <= file.length && (file[at] & 0xff) == 0xff) {
      int marker = file[at + 1] & 0xff;
      if (isFrame(marker)) {
        return new Size(number(file, at + 7, 2), number(file, at + 5, 2));
      }
      boolean bare = marker == 0xff || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
      at += bare ? marker == 0xff ? 1 : 2 : 2 + (int) Math.max(2, number(file, at + 2, 2));
    }
    return null;
  }

  /// SOF0 to SOF15 say the size; three numbers among them mean something else.
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static long number(byte[] file, int at, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes && at + i < file.length; i++) {
      number = (number << 8) | (file[at + i] & 0xff);
    }
    return number;
  }
}
