package ai.cryox.connectors.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  /// The first and the last whole second of the years 1 to 9999.
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();

  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @Test
  void everyMomentIsReadAsItIsWritten() {
    Random random = new Random(42);
    for (int i = 0; i < 200_000; i++) {
      long second = random.nextLong(FIRST, LAST + 1);
      Instant time = Instant.ofEpochSecond(second, random.nextInt(1_000) * 1_000_000L);
      assertEquals(time, Timestamps.parse(time.toString()));
      Instant whole = Instant.ofEpochSecond(second);
      assertEquals(whole, Timestamps.parse(whole.toString()));
    }
  }

  @Test
  void everyMomentIsWrittenAsJavaWritesIt() {
    Random random = new Random(43);
    int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
    for (int i = 0; i < 200_000; i++) {
      long second = random.nextLong(FIRST - 100_000, LAST + 100_000);
      int unit = units[i % units.length];
      int nanos = random.nextInt(1_000_000_000 / unit) * unit;
      Instant time = Instant.ofEpochSecond(second, nanos);
      StringBuilder written = new StringBuilder("at ");
      Timestamps.write(time, written);
      assertEquals("at " + time, written.toString());
    }
    StringBuilder odd = new StringBuilder();
    Timestamps.write(Instant.MAX, odd);
    Timestamps.write(Instant.MIN, odd);
    assertEquals("" + Instant.MAX + Instant.MIN, odd.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T00:00:00Z",
        "2024-02-30T00:00:00Z",
        "2024-04-31T00:00:00.000Z",
        "2024-13-01T00:00:00Z",
        "2024-00-01T00:00:00Z",
        "2024-01-00T00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z",
        "2024-01-01T00:00:60Z",
        "0000-01-01T00:00:00Z",
        "2024-01-01T0a:00:00Z",
        "2024-01-01T00:0-:00Z",
        "2024-01-01T00:00:00.-01Z",
        "2024-01-01T00:00:00:000Z",
        "2024-01-01 00:00:00Z",
        "2024-01-01T00:00:00X",
        "٢٠٢٤-01-01T00:00:00Z",
      })
  void whatIsNoMomentIsNone(String text) {
    assertNull(Timestamps.parse(text));
  }

  @Test
  void aLeapDayIsOne() {
    Instant leapDay = Instant.parse("2024-02-29T23:59:59.999Z");
    assertEquals(leapDay, Timestamps.parse("2024-02-29T23:59:59.999Z"));
  }
}
