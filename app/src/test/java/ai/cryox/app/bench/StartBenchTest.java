package ai.cryox.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartBenchTest {
  @TempDir Path folder;

  @Test
  void aServerIsStartedOnAnEmptyFolderAndOnAFullOneThatWasKilled() throws Exception {
    Map<String, Double> figures =
        new StartBench(folder, 1, InstantSource.system()).measure(8_000, false);
    assertEquals(
        List.of(
            "empty_listens_ms",
            "empty_live_ms",
            "empty_cpu_ms",
            "readings",
            "killed_listens_ms",
            "killed_live_ms",
            "killed_cpu_ms"),
        List.copyOf(figures.keySet()));
    double listens = figures.getOrDefault("empty_listens_ms", 0.0);
    assertTrue(listens > 0, figures::toString);
    assertTrue(figures.getOrDefault("empty_live_ms", 0.0) > listens, figures::toString);
    try (BenchStore store = new BenchStore(folder.resolve("full"))) {
      assertEquals(8_001, store.readings().count());
      assertEquals(0, store.breaks());
    }
  }
}
