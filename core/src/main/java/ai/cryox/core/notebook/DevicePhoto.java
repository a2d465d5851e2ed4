package ai.cryox.core.notebook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// What a device looks like, and where it hangs.
///
/// @param deviceId of which
/// @param at when it was put there, by the backend's clock, truncated to milliseconds
/// @param author who put it there
/// @param mediaType `image/jpeg` or `image/png`
/// @param data the file, at most {@value #LONGEST} bytes; do not change the array
public record DevicePhoto(
    String deviceId, Instant at, String author, String mediaType, byte[] data) {
  public DevicePhoto {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /// Enough for 1,200 px across, bytes.
  public static final int LONGEST = 512 * 1024;

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /// What a file is by its first bytes.
  ///
  /// @throws IllegalArgumentException if it is too long or no picture that is known, with a
  ///   sentence
  public static String mediaTypeOf(byte[] file) {
    if (file.length > LONGEST) {
      throw new IllegalArgumentException(
          "A picture may have at most %d KB, this one has %d."
              .formatted(LONGEST / 1024, file.length / 1024));
    }
    if (begins(file, JPEG)) {
      return "image/jpeg";
    }
    if (begins(file, PNG)) {
      return "image/png";
    }
    throw new IllegalArgumentException("This is no JPEG or PNG picture.");
  }

  private static boolean begins(byte[] file, byte[] with) {
    return file.length > with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DevicePhoto that
        && deviceId.equals(that.deviceId)
        && at.equals(that.at)
        && author.equals(that.author)
        && mediaType.equals(that.mediaType)
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * deviceId.hashCode() + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "DevicePhoto[%s by %s at %s, %s, %d bytes]"
        .formatted(deviceId, author, at, mediaType, data.length);
  }
}
