package ai.cryox.backend.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes a report's data: hashes and compresses them on a thread of its own, while the next are
/// read. At most a few megabytes wait.
final class DataWriter implements AutoCloseable {
  private static final int ENOUGH = 512 * 1024;
  private static final int MOST_WAITING = 6;
  private static final byte[] END = new byte[0];

  private final Path file;
  private final MessageDigest hash = sha256();
  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch packed = new CountDownLatch(1);
  private final CsvBuffer buffer = new CsvBuffer();
  private volatile @Nullable IOException failure;
  private long bytes;
  private long rows;
  private boolean ended;

  /// @param file must not be there
  /// @param columns the heading
  DataWriter(Path file, String... columns) {
    this.file = file;
    for (String column : columns) {
      buffer.field(column);
    }
    buffer.end();
    Thread.ofPlatform().name("report-data").daemon().start(this::pack);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /// Where the next row is written; {@link #row} follows.
  CsvBuffer buffer() {
    return buffer;
  }

  /// Ends a row.
  ///
  /// @throws ReportException if the data cannot be written
  void row() {
    buffer.end();
    rows++;
    if (buffer.length() >= ENOUGH) {
      hand(buffer.take());
    }
  }

  private void hand(byte[] some) {
    IOException failed = failure;
    if (failed != null) {
      throw cannotWrite(failed);
    }
    bytes += some.length;
    put(some);
  }

  private void put(byte[] some) {
    try {
      waiting.put(some);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ReportException("The report was broken off.", stop);
    }
  }

  private ReportException cannotWrite(IOException failed) {
    return new ReportException(
        "The report cannot be written to %s: %s. Make room there, or choose another place."
            .formatted(file.toAbsolutePath().getParent(), failed.getMessage()),
        failed);
  }

  /// On the thread of its own. After a failure it goes on taking, so that nobody waits for ever.
  private void pack() {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED + 2);
    try (OutputStream raw = Files.newOutputStream(file);
        DeflaterOutputStream out = new DeflaterOutputStream(raw, deflater, 64 * 1024)) {
      for (byte[] some = waiting.take(); some.length > 0; some = waiting.take()) {
        hash.update(some);
        out.write(some);
      }
    } catch (IOException failed) {
      failure = failed;
      drain();
    } catch (InterruptedException stop) {
      failure = new IOException("broken off", stop);
    } finally {
      deflater.end();
      packed.countDown();
    }
  }

  private void drain() {
    try {
      while (waiting.take().length > 0) {
        // What comes after a failure is of no use.
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the data.
  ///
  /// @throws ReportException if they could not be written
  DataFile finish() {
    if (buffer.length() > 0) {
      hand(buffer.take());
    }
    close();
    IOException failed = failure;
    if (failed != null) {
      throw cannotWrite(failed);
    }
    return new DataFile(file, HexFormat.of().formatHex(hash.digest()), bytes, rows);
  }

  @Override
  public void close() {
    if (ended) {
      return;
    }
    ended = true;
    put(END);
    try {
      packed.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
