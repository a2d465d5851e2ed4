package ai.cryox.app.bench;

import ai.cryox.backend.store.LedgerCheck;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Kills a process that writes, again and again, and looks whether everything it had acknowledged
/// is there once and as it was. A second writer, which lies, shows that a loss would be seen.
public final class CrashBench {
  private static final int MOST_TRIES_OF_CONTROL = 200;

  private final Path folder;
  private final Random random = new Random(1);

  /// @param folder an empty one
  public CrashBench(Path folder) {
    this.folder = folder;
  }

  /// Kills so often and gives the figures by name: `lost_double_or_changed` and `ledger_breaks`
  /// must be 0, `control_caught` 1.
  public Map<String, Double> measure(int kills) throws IOException, InterruptedException {
    Map<String, Double> figures = new LinkedHashMap<>();
    Path data = folder.resolve("honest");
    Verdict verdict = new Verdict(0, 0, 0, 0, 0);
    long breaks = 0;
    long acknowledged = 0;
    long worst = 0;
    for (int kill = 0; kill < kills; kill++) {
      acknowledged =
          Math.max(
              acknowledged, writeAndKill(data, verdict.batches(), false, 20 + random.nextInt(180)));
      verdict = verify(data, acknowledged);
      worst += verdict.lost() + verdict.twice() + verdict.changed();
      breaks += verdict.breaks();
    }
    figures.put("kills", (double) kills);
    figures.put("acknowledged", (double) acknowledged * CrashWriter.BATCH);
    figures.put("recovered", (double) verdict.batches() * CrashWriter.BATCH);
    figures.put("lost_double_or_changed", (double) worst);
    figures.put("ledger_breaks", (double) breaks);
    figures.put("control_caught", isControlCaught() ? 1.0 : 0.0);
    return figures;
  }

  private boolean isControlCaught() throws IOException, InterruptedException {
    Path data = folder.resolve("control");
    long there = 0;
    for (int tries = 0; tries < MOST_TRIES_OF_CONTROL; tries++) {
      long acknowledged = writeAndKill(data, there, true, 3 + random.nextInt(5));
      Verdict verdict = verify(data, acknowledged);
      if (verdict.lost() > 0) {
        return true;
      }
      there = verdict.batches();
    }
    return false;
  }

  /// @return how many batches are acknowledged in all
  private static long writeAndKill(Path data, long there, boolean early, int batches)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashWriter.class.getName(),
                data.toString(),
                Long.toString(there),
                early ? "early" : "honest")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long acknowledged = there;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        acknowledged = Long.parseLong(line) + 1;
        if (acknowledged - there == batches) {
          writer.toHandle().destroyForcibly(); // its pipe stays open to be read to the end
        }
      }
    }
    if (!writer.waitFor(30, TimeUnit.SECONDS)) {
      throw new IOException("The writer cannot be killed.");
    }
    if (acknowledged == there) {
      throw new IOException("The writer wrote nothing; it ended with " + writer.exitValue() + ".");
    }
    return acknowledged;
  }

  /// @param batches that are there in whole
  /// @param lost readings acknowledged and gone
  /// @param twice readings that are there more than once
  /// @param changed readings that are not as they were
  /// @param breaks records that do not agree with the ledger
  private record Verdict(long batches, long lost, long twice, long changed, long breaks) {}

  private static long ledgerBreaks(Path data) {
    try (StoreFile file = StoreFile.in(data)) {
      return new LedgerCheck(found -> {}, note -> {}).run(file).findings();
    }
  }

  private static Verdict verify(Path data, long acknowledged) {
    try (BenchStore store = new BenchStore(data)) {
      long count = store.readings().count();
      long batches = count / CrashWriter.BATCH;
      Sum stored = new Sum();
      for (int device = 0; device < CrashWriter.DEVICES; device++) {
        store
            .readings()
            .forEach(
                ReadingQuery.ofDevice(
                    ReadingSupply.deviceId(device),
                    Instant.EPOCH,
                    ReadingSupply.START.plusSeconds(1L << 33)),
                stored::add);
      }
      Sum expected = new Sum();
      ReadingSupply supply = new ReadingSupply(CrashWriter.DEVICES);
      for (long batch = 0; batch < batches; batch++) {
        List<ReceivedReading> readings = supply.next(CrashWriter.BATCH);
        readings.forEach(expected::add);
      }
      return new Verdict(
          batches,
          Math.max(0, (acknowledged - batches) * CrashWriter.BATCH),
          Math.abs(stored.count - count) + count % CrashWriter.BATCH,
          stored.hash == expected.hash ? 0 : 1,
          ledgerBreaks(data) + store.breaks());
    }
  }

  /// The same for the same readings in any order.
  private static final class Sum {
    private long hash;
    private long count;

    void add(ReceivedReading reading) {
      count++;
      // Mixed, so that two changes cannot cancel each other out by chance.
      long mixed = reading.hashCode() * 0x9E3779B97F4A7C15L;
      hash += (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    }
  }
}
