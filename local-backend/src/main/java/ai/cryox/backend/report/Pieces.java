package ai.cryox.backend.report;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Bytes on their way from the one thread that makes them to the one that writes them. A few
/// megabytes wait at most.
final class Pieces {
  /// So many bytes make a piece.
  static final int ENOUGH = 512 * 1024;

  private static final int MOST_WAITING = 12;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Supplier<@Nullable ReportException> failure;
  private boolean ended;

  /// @param failure why nothing can be written, or `null` if it can
  Pieces(Supplier<@Nullable ReportException> failure) {
    this.failure = failure;
  }

  /// Hands on some bytes, which nobody changes any more.
  ///
  /// @throws ReportException if they cannot be written
  /// @throws CancellationException if the thread was interrupted
  void hand(byte[] some) {
    ReportException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    if (some.length > 0) {
      put(some);
    }
  }

  private void put(byte[] some) {
    try {
      waiting.put(some);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw (CancellationException)
          new CancellationException("The report was broken off.").initCause(stop);
    }
  }

  /// There is no more.
  void end() {
    if (!ended) {
      put(END);
      ended = true;
    }
  }

  /// The next bytes; none after the last.
  byte[] take() throws InterruptedException {
    return waiting.take();
  }
}
