package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power went while SQLite's write-ahead log was being written.
class TornLogTest {
  private static final int BATCH = 50;
  private static final int BATCHES = 6;

  @TempDir Path folder;

  @Test
  void aLogCutAnywhereOpensWithWholeBatchesAndIsSound() throws IOException {
    Path whole = folder.resolve("whole");
    Path log = whole.resolve("cryox.db-wal");
    List<Long> lengths = new ArrayList<>();
    List<Path> copies = new ArrayList<>();
    try (StoredData data = new StoredData(whole)) {
      for (int batch = 0; batch < BATCHES; batch++) {
        data.write("temp_001", batch * BATCH, (batch + 1) * BATCH);
        lengths.add(Files.size(log));
      }
      long last = lengths.getLast();
      for (long length :
          List.of(0L, 17L, last / 5, last / 3, last / 2, last - 9_000, last - 1, last)) {
        copies.add(copyCut(whole, length));
      }
    }
    long before = 0;
    for (Path copy : copies) {
      long count = countSound(copy);
      assertEquals(0, count % BATCH, "whole batches");
      assertTrue(count >= before, "a longer log has no less");
      before = count;
    }
    assertEquals(BATCH * BATCHES, before);
  }

  private Path copyCut(Path whole, long length) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("cut-" + length));
    for (String name : List.of("cryox.db", "cryox.db-wal")) {
      Files.copy(whole.resolve(name), copy.resolve(name));
    }
    try (RandomAccessFile log = new RandomAccessFile(copy.resolve("cryox.db-wal").toFile(), "rw")) {
      log.setLength(length);
    }
    return copy;
  }

  private static long countSound(Path copy) {
    long count;
    try (StoredData data = new StoredData(copy)) {
      count = data.count();
      data.write("temp_001", 10_000, 10_001);
    }
    List<Finding> findings = new ArrayList<>();
    try (StoreFile file = StoreFile.in(copy)) {
      CheckReport report = new StoreCheck(file, findings::add, (done, of) -> {}).run();
      assertEquals(List.of(), findings);
      assertEquals(count + 1, report.readings());
    }
    return count;
  }
}
