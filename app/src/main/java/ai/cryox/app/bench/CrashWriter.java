package ai.cryox.app.bench;

import java.nio.file.Path;

/// A process that writes to a store as fast as it can and says on its standard output which batches
/// are acknowledged, until somebody kills it. Started by {@link CrashBench}.
final class CrashWriter {
  static final int BATCH = 500;
  static final int DEVICES = 200;

  private CrashWriter() {}

  /// @param arguments the folder, how many batches are there already, and `early` for a writer that
  ///   acknowledges before the commit: the negative control
  public static void main(String[] arguments) {
    long batch = Long.parseLong(arguments[1]);
    boolean early = arguments.length > 2 && arguments[2].equals("early");
    ReadingSupply supply = new ReadingSupply(DEVICES);
    for (long skipped = 0; skipped < batch; skipped++) {
      supply.next(BATCH);
    }
    try (BenchStore store = new BenchStore(Path.of(arguments[0]))) {
      while (true) {
        if (early) {
          acknowledge(batch);
        }
        store.write(supply.next(BATCH), supply.now());
        if (!early) {
          acknowledge(batch);
        }
        batch++;
      }
    }
  }

  private static void acknowledge(long batch) {
    System.out.println(batch);
    System.out.flush();
  }
}
