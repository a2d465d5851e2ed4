package ai.cryox.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of `cryox bench crash`.
class CrashBenchTest {
  @TempDir Path folder;

  @Test
  void whatAKilledStoreAcknowledgedIsThereOnceAndALiarIsCaught() throws Exception {
    Map<String, Double> figures = new CrashBench(folder).measure(2);
    double acknowledged = figures.getOrDefault("acknowledged", 0.0);
    assertTrue(acknowledged > 0, figures::toString);
    assertTrue(figures.getOrDefault("recovered", 0.0) >= acknowledged, figures::toString);
    assertEquals(0, figures.get("lost_double_or_changed"), figures::toString);
    assertEquals(0, figures.get("ledger_breaks"), figures::toString);
    assertEquals(1, figures.get("control_caught"), figures::toString);
  }
}
