package ai.cryox.backend.endpoint;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at one connection when its time may be up. Event loop only.
final class SilenceWatch {
  private final EventLoop loop;
  private final LongSupplier check;
  private @Nullable Future<?> next;

  /// @param check says after how many nanoseconds to look again; negative = never
  SilenceWatch(EventLoop loop, LongSupplier check) {
    this.loop = loop;
    this.check = check;
  }

  /// Looks now, and from now on whenever it is due.
  void look() {
    stop();
    long delay = check.getAsLong();
    if (delay >= 0) {
      next = loop.schedule(this::look, delay, TimeUnit.NANOSECONDS);
    }
  }

  void stop() {
    if (next != null) {
      next.cancel(false);
      next = null;
    }
  }

  /// What is left of a limit that began to run then, at least 0, nanoseconds.
  static long left(Duration limit, long sinceNanos) {
    return Math.max(0, limit.toNanos() - (System.nanoTime() - sinceNanos));
  }
}
