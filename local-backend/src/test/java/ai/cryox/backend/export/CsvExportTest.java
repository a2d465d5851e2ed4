package ai.cryox.backend.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.store.SeriesView;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.backend.store.StoredData;
import ai.cryox.core.reading.Location;
import ai.cryox.core.reading.ReadingNotes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {
  private static final Instant T0 = StoredData.T0;

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  private List<String> export(ExportQuery query) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StoreFile file = StoreFile.in(folder)) {
      new CsvExport(new SeriesView(file, warnings::add), query, out).run();
    }
    return List.of(out.toString(StandardCharsets.UTF_8).split("\r\n"));
  }

  private static ExportQuery all(ExportKind kind) {
    return new ExportQuery(kind, null, null, null, null);
  }

  private static ExportQuery readings(@Nullable String device, int from, int until) {
    return new ExportQuery(
        ExportKind.READINGS, null, device, T0.plusSeconds(from), T0.plusSeconds(until));
  }

  @Test
  void everyFieldOfEveryKindIsThere() throws IOException {
    ReadingNotes notes =
        new ReadingNotes(
            "r \"1\"",
            new Location(43.6532, -79.3832),
            true,
            0.4,
            60,
            "{\"lot\":\"Ä7\",\"n\":\"a\nb\"}");
    try (StoredData data = new StoredData(folder)) {
      data.writeEverything("temp_001", notes);
      assertEquals(
          List.of(
              "deviceId,facilityId,timestamp,temperature,humidity,receivedAt,late,quality,id,latitude,longitude,isAnomaly,confidence,ttl,extra",
              "temp_001,warehouse_001,2026-03-01T03:00:00Z,0.0,,2026-03-01T03:00:00.070Z,false,UNCERTAIN,\"r"
                  + " \"\"1\"\"\",43.6532,-79.3832,true,0.4,60,\"{\"\"lot\"\":\"\"Ä7\"\",\"\"n\"\":\"\"a\n"
                  + "b\"\"}\""),
          export(all(ExportKind.READINGS)));
      assertEquals(
          "temp_001,warehouse_001,2026-03-01T03:00:00Z,120.5,0.9,true,false,80.0,-70.0,2026-03-01T03:00:00Z,",
          export(all(ExportKind.TELEMETRY)).getLast());
      assertEquals(
          "temp_001,warehouse_001,2026-03-01T03:00:00Z,online,80.0,-70.0,1.2,,,,2026-03-01T03:00:00Z,s1,",
          export(all(ExportKind.STATUS)).getLast());
    }
  }

  @Test
  void chunksTailsAndLogAreExportedInOrderWhileTheWriterWorks() throws IOException {
    try (StoredData data = new StoredData(folder)) {
      for (int from = 0; from < 3_000; from += 300) {
        data.write("temp_001", from, from + 300);
      }
      data.write("temp_001", -900, 0);
      data.write("temp_000", 0, 10);
      List<String> expected =
          IntStream.range(-900, 3_000)
              .mapToObj(second -> T0.plusSeconds(second).toString())
              .toList();
      List<String> lines = export(readings("temp_001", -10_000, 10_000));
      assertEquals(expected, lines.stream().skip(1).map(line -> line.split(",")[2]).toList());
      assertEquals(3_911, export(all(ExportKind.READINGS)).size());
      assertEquals(11, export(readings("temp_001", 100, 110)).size());
    }
    assertEquals(3_911, export(all(ExportKind.READINGS)).size());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aDayOfMoreRowsThanASliceIsWhole() throws IOException {
    try (StoredData data = new StoredData(folder)) {
      data.write("temp_001", 0, 60_000);
      data.write("temp_001", 60_000, 120_001);
    }
    List<String> times =
        export(all(ExportKind.READINGS)).stream().skip(1).map(line -> line.split(",")[2]).toList();
    assertEquals(120_001, times.size());
    assertEquals(120_001, times.stream().distinct().count());
  }

  @Test
  void aDamagedChunkIsNamedAndTheRestIsExported() throws IOException {
    try (StoredData data = new StoredData(folder)) {
      for (int from = 0; from < 3_000; from += 300) {
        data.write("temp_001", from, from + 300);
      }
      data.meddle(handle ->
          handle.execute(
              "UPDATE chunk SET data = substr(data, 1, 99) || x'AA' || substr(data, 101) WHERE"
                  + " chunk_key = 2"));
      assertEquals(1 + 3_000 - 480, export(all(ExportKind.READINGS)).size());
    }
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(warnings.getFirst().startsWith("chunk 2 of temp_001"), warnings::toString);
  }

  @Test
  void aDeviceOrFacilityThatNobodyKnowsIsRefused() throws IOException {
    try (StoredData data = new StoredData(folder)) {
      data.write("temp_001", 0, 10);
    }
    assertThrows(StoreException.class, () -> export(readings("Temp_001", 0, 10)));
    ExportQuery elsewhere = new ExportQuery(ExportKind.READINGS, "elsewhere", null, null, null);
    assertThrows(StoreException.class, () -> export(elsewhere));
    assertEquals(1, export(readings("temp_001", 100, 110)).size(), "the header alone");
  }
}
