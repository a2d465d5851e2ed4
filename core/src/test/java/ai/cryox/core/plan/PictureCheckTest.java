package ai.cryox.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PictureCheckTest {
  private static byte[] png(int width, int height) {
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
        .putInt(13)
        .put(new byte[] {'I', 'H', 'D', 'R'})
        .putInt(width)
        .putInt(height)
        .array();
  }

  /// With an APP0 segment before the frame, as cameras write it.
  private static byte[] jpeg(int width, int height) {
    return ByteBuffer.allocate(64)
        .putShort((short) 0xffd8)
        .putShort((short) 0xffe0)
        .putShort((short) 16)
        .put(new byte[14])
        .putShort((short) 0xffc2)
        .putShort((short) 17)
        .put((byte) 8)
        .putShort((short) height)
        .putShort((short) width)
        .array();
  }

  @Test
  void picturesOfUsualSizeAreTaken() {
    assertNull(PictureCheck.problem(png(1920, 1080)));
    assertNull(PictureCheck.problem(jpeg(4096, 1)));
  }

  @Test
  void whatWouldFillTheMemoryWhenUnpackedIsNotTaken() {
    assertTrue(String.valueOf(PictureCheck.problem(png(60_000, 60_000))).contains("4096 px"));
    assertTrue(String.valueOf(PictureCheck.problem(jpeg(100, 5_000))).contains("100 × 5000"));
    assertNotNull(PictureCheck.problem(png(0, 10)));
    assertNotNull(PictureCheck.problem(png(-1, 10)));
    byte[] fat = Arrays.copyOf(png(10, 10), PictureCheck.MOST_BYTES + 1);
    assertTrue(String.valueOf(PictureCheck.problem(fat)).contains("bytes"));
  }

  @Test
  void whateverElseTheBytesAreIsRefusedWithASentence() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] file = new byte[random.nextInt(80)];
      random.nextBytes(file);
      String problem = PictureCheck.problem(file);
      assertTrue(problem != null && problem.endsWith("."), () -> Arrays.toString(file));
    }
    // Cut anywhere, a good head never throws.
    for (byte[] whole : new byte[][] {png(5, 5), jpeg(5, 5)}) {
      for (int length = 0; length < whole.length; length++) {
        String problem = PictureCheck.problem(Arrays.copyOf(whole, length));
        assertTrue(problem == null || !problem.isEmpty());
      }
    }
  }

  @Test
  void aSpotOffThePictureIsNamed() {
    assertNull(FloorPlan.problem(Map.of("a", new Spot(0, 1))));
    assertTrue(
        String.valueOf(FloorPlan.problem(Map.of("a", new Spot(Double.NaN, 0)))).contains("a does"));
    assertEquals(new Spot(1, 0), Spot.nearest(3, -2));
  }
}
