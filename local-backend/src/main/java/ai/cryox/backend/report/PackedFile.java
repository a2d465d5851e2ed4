package ai.cryox.backend.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/// A file that is attached to a report: several threads make parts of it, and one of its own hashes
/// and compresses them, part after part, while the next are made.
final class PackedFile implements AutoCloseable {
  private static final int LEVEL = 2;

  private final Path file;
  private final MessageDigest hash = sha256();
  private final BlockingQueue<Pieces> order = new LinkedBlockingQueue<>();
  private final CountDownLatch packed = new CountDownLatch(1);
  private final AtomicLong rows = new AtomicLong();
  private final Pieces last;
  private final Thread packer;
  private volatile @Nullable IOException failure;
  private long bytes;

  /// @param file must not be there
  PackedFile(Path file) {
    this.file = file;
    this.last = new Pieces(this::failed);
    this.packer = Thread.ofPlatform().name("report-data").daemon().start(this::pack);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

  /// The next part, which follows on those that were asked for before. One thread asks; another one
  /// may fill it, and must end it.
  Pieces next() {
    Pieces part = new Pieces(this::failed);
    order.add(part);
    return part;
  }

  /// Some rows are in it. Any thread.
  void count(long more) {
    rows.addAndGet(more);
  }

  private @Nullable ReportException failed() {
    IOException why = failure;
    return why == null
        ? null
        : new ReportException(
            "The report cannot be written to %s: %s. Make room there, or choose another place."
                .formatted(file.toAbsolutePath().getParent(), why.getMessage()),
            why);
  }

  /// On the thread of its own. After a failure it goes on taking, so that nobody waits for ever.
  private void pack() {
    Deflater deflater = new Deflater(LEVEL);
    try (OutputStream raw = Files.newOutputStream(file);
        DeflaterOutputStream out = new DeflaterOutputStream(raw, deflater, 64 * 1024)) {
      takeAll(out);
    } catch (IOException failed) {
      failure = failed;
    } catch (InterruptedException stop) {
      failure = new IOException("broken off", stop);
    } finally {
      deflater.end();
      packed.countDown();
    }
  }

  private void takeAll(OutputStream out) throws IOException, InterruptedException {
    for (Pieces part = order.take(); part != last; part = order.take()) {
      for (byte[] some = part.take(); some.length > 0; some = part.take()) {
        write(some, out);
      }
    }
    IOException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  private void write(byte[] some, OutputStream out) {
    if (failure != null) {
      return;
    }
    try {
      hash.update(some);
      bytes += some.length;
      out.write(some);
    } catch (IOException failed) {
      failure = failed;
    }
  }

  /// Ends the file. Whoever makes a part has ended it.
  ///
  /// @throws ReportException if it could not be written
  DataFile finish() {
    order.add(last);
    await();
    ReportException failed = failed();
    if (failed != null) {
      throw failed;
    }
    return new DataFile(file, HexFormat.of().formatHex(hash.digest()), bytes, rows.get());
  }

  private void await() {
    try {
      packed.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      packer.interrupt();
    }
  }

  /// Breaks it off if it is not finished. Nobody makes a part any more when this is called.
  @Override
  public void close() {
    packer.interrupt();
    await();
  }
}
