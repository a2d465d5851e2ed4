package ai.cryox.backend.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingNotes;
import ai.cryox.core.reading.ReceivedReading;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsCodecTest {
  private static final Instant T0 = Instant.parse("2024-12-01T14:30:22Z");

  private static ReceivedReading reading(int i, Random random) {
    Instant time = T0.plusSeconds(30L * i).plusMillis(random.nextInt(20));
    ReadingNotes notes =
        switch (i % 4) {
          case 0 -> ReadingNotes.NONE;
          case 1 -> new ReadingNotes("id " + i, null, true, 0.5, null, "{\"lot\":\"A7\"}");
          case 2 -> new ReadingNotes("\0odd", new Location(43.6532, -79.3832), null, 1.0, 60, null);
          default ->
              new ReadingNotes(
                  new CanonicalId().of("temp_001", time.toEpochMilli()),
                  null,
                  false,
                  0.95,
                  2_592_000,
                  null);
        };
    return new ReceivedReading(
        new Reading(
            "temp_001",
            i % 50 == 7 ? "elsewhere" : "warehouse_001",
            time,
            random.nextInt(-2_000, 3_000) / 100.0,
            i % 3 == 0 ? null : random.nextInt(1_000) / 10.0,
            notes),
        time.plusMillis(random.nextInt(40, 240)),
        i % 11 == 0);
  }

  private static List<ReceivedReading> readings(int count) {
    Random random = new Random(5);
    List<ReceivedReading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readings.add(reading(i, random));
    }
    return readings;
  }

  private static Rows rows(List<ReceivedReading> readings) {
    Rows rows = new Rows(Schema.READING);
    ReadingRows mapping = new ReadingRows();
    readings.forEach(reading -> mapping.write(reading, rows));
    return rows;
  }

  private static List<ReceivedReading> readings(Rows rows) {
    ReadingRows mapping = new ReadingRows();
    List<ReceivedReading> readings = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      readings.add(mapping.read(rows, row, "temp_001"));
    }
    return readings;
  }

  @Test
  void whatIsPackedIsUnpackedToTheLastBit() throws DamagedException {
    for (int count : new int[] {0, 1, 2, 3, 7, 8, 9, 127, 128, 129, 130, 512, 5_000}) {
      List<ReceivedReading> readings = readings(count);
      byte[] bytes = RowsCodec.encode(rows(readings), 1, 2, 3);
      assertEquals(readings, readings(RowsCodec.decode(bytes, 1, 2, 3)), count + " rows");
    }
  }

  @Test
  void numbersOfAnySizeComeBack() throws DamagedException {
    Random random = new Random(9);
    for (int round = 0; round < 2_000; round++) {
      long[] values = new long[1 + random.nextInt(300)];
      int bits = random.nextInt(64);
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(30) == 0 ? random.nextLong() : random.nextLong() >> bits;
      }
      ByteWriter out = new ByteWriter();
      PackedLongs.write(out, values, values.length);
      long[] back = new long[values.length];
      ByteReader in = new ByteReader(out.bytes(), 0, out.size());
      PackedLongs.read(in, back, back.length);
      assertArrayEquals(values, back);
      assertEquals(0, in.left());
    }
  }

  @Test
  void decimalsComeBackToTheLastBitWhateverTheyAre() throws DamagedException {
    double[] odd = {
      0.1 + 0.2, 1e300, -1e-300, Double.MIN_VALUE, -0.0, 123456.789012, 1L << 53, 0.1, 1e15, 2.675
    };
    for (int others = 0; others < odd.length; others++) {
      DecimalColumn column = new DecimalColumn();
      for (int i = 0; i <= others; i++) {
        column.add(odd[i]);
        column.add(Double.NaN);
      }
      ByteWriter out = new ByteWriter();
      column.write(out);
      DecimalColumn back = new DecimalColumn();
      back.read(new ByteReader(out.bytes(), 0, out.size()), column.size());
      for (int i = 0; i < column.size(); i++) {
        assertEquals(Double.doubleToLongBits(column.get(i)), Double.doubleToLongBits(back.get(i)));
      }
    }
  }

  @Test
  void manyDifferentTextsComeBack() throws DamagedException {
    Random random = new Random(2);
    TextColumn column = new TextColumn();
    List<@Nullable String> texts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String text = i % 9 == 0 ? null : "ünïcode " + random.nextLong() + "\n".repeat(i % 3);
      texts.add(text);
      column.add(text);
    }
    ByteWriter out = new ByteWriter();
    column.write(out);
    TextColumn back = new TextColumn();
    back.read(new ByteReader(out.bytes(), 0, out.size()), texts.size());
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(texts.get(i), back.get(i));
    }
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] bytes = RowsCodec.encode(rows(readings(64)), 1, 2, 3);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThrows(DamagedException.class, () -> RowsCodec.decode(flipped, 1, 2, 3));
    }
    assertThrows(DamagedException.class, () -> RowsCodec.decode(bytes, 1, 2, 4));
    assertThrows(DamagedException.class, () -> RowsCodec.decode(new byte[0], 1, 2, 3));
  }

  /// Even bytes whose check sum was forged must end in an exception we expect, not in a crash.
  @Test
  void forgedBytesAreRefusedInOrder() {
    byte[] bytes = RowsCodec.encode(rows(readings(64)));
    Random random = new Random(4);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      ByteWriter forged = new ByteWriter();
      forged.put(bytes, bytes.length - Integer.BYTES);
      forged.bytes()[1 + random.nextInt(forged.size() - 1)] = (byte) random.nextInt();
      try {
        RowsCodec.decode(RowsCodec.sealed(forged));
      } catch (DamagedException expected) {
        refused++;
      }
    }
    assertTrue(refused > 1_000, "refused: " + refused);
  }

  @Test
  void aClearedEntryPacksAsANewOneWould() {
    LogEntry used = new LogEntry();
    RowsPacker packer = new RowsPacker();
    List<ReceivedReading> readings = readings(900);
    int from = 0;
    for (int size : new int[] {400, 1, 37, 300, 2}) {
      List<ReceivedReading> batch = readings.subList(from, from + size);
      LogEntry fresh = new LogEntry();
      add(batch, used);
      add(batch, fresh);
      assertArrayEquals(fresh.encode(from), packer.pack(used, from), size + " rows");
      used.clear();
      assertEquals(0, used.size());
      from += size;
    }
  }

  private static void add(List<ReceivedReading> readings, LogEntry entry) {
    ReadingRows mapping = new ReadingRows();
    for (int i = 0; i < readings.size(); i++) {
      mapping.write(readings.get(i), entry.add(Schema.READING, i % 7));
    }
  }

  @Test
  void theFirstVersionIsReadForEver() throws DamagedException, IOException {
    List<ReceivedReading> readings = readings(40);
    byte[] golden = golden("chunk-v1.hex");
    assertEquals(readings, readings(RowsCodec.decode(golden, 1, 2, 3)));
    assertArrayEquals(golden, RowsCodec.encode(rows(readings), 1, 2, 3));
    LogEntry entry = LogEntry.decode(golden("log-v1.hex"), 77);
    List<ReceivedReading> logged = new ArrayList<>();
    ReadingRows mapping = new ReadingRows();
    entry.forEach((series, rows, row) -> logged.add(mapping.read(rows, row, "temp_00" + series)));
    assertEquals(readings.subList(0, 5), logged);
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream file = RowsCodecTest.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new AssertionError("no golden file " + name);
      }
      return HexFormat.of().parseHex(new String(file.readAllBytes(), UTF_8).strip());
    }
  }

  @Test
  void aSteadyDeviceTakesFewBytesForAReading() {
    Random random = new Random(6);
    Rows rows = new Rows(Schema.READING);
    ReadingRows mapping = new ReadingRows();
    double temperature = 4;
    for (int i = 0; i < 512; i++) {
      temperature += random.nextGaussian() * 0.02;
      Instant time = T0.plusSeconds(30L * i).plusMillis(random.nextInt(40));
      Reading reading =
          new Reading(
              "temp_001",
              "warehouse_001",
              time,
              Math.round(temperature * 100) / 100.0,
              65.2,
              ReadingNotes.NONE);
      mapping.write(
          new ReceivedReading(reading, time.plusMillis(random.nextInt(200)), false), rows);
    }
    double each = RowsCodec.encode(rows, 1, 2, 3).length / 512.0;
    assertTrue(each < 3.3, each + " bytes a reading");
  }
}
