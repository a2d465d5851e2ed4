package ai.cryox.backend.api;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// One client of the stream, written to without ever waiting for it and without a thread of its
/// own. Nothing is queued: a client that is still busy with the last event gets, when it is ready,
/// one event with all that changed meanwhile. One that takes nothing for half a minute is closed.
final class StreamClient implements WriteListener, LivePump.Listener {
  private static final byte[] HEARTBEAT = ": alive\n\n".getBytes(StandardCharsets.US_ASCII);

  private final ChangeLog log;
  private final ServletOutputStream out;
  private final LiveScope scope;
  private final Supplier<LiveScope> scopeNow;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private long has;
  private boolean ready;
  private boolean mustFlush;
  private boolean mustBeat;

  /// Heartbeats for which the socket has taken nothing.
  private int stuck;

  /// @param has the version that the client has
  /// @param scopeNow asks again who this is; throws once they may not watch any more
  StreamClient(
      ChangeLog log,
      ServletOutputStream out,
      long has,
      LiveScope scope,
      Supplier<LiveScope> scopeNow) {
    this.log = log;
    this.out = out;
    this.has = has;
    this.scope = scope;
    this.scopeNow = scopeNow;
  }

  /// Completed when the client is gone or was closed.
  CompletableFuture<Void> over() {
    return over;
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      stuck = 0;
    }
    drain(true);
  }

  @Override
  public void onError(Throwable gone) {
    over.complete(null);
  }

  @Override
  public void changed() {
    drain(false);
  }

  @Override
  public void closed() {
    over.complete(null);
  }

  @Override
  public void heartbeat() {
    if (isNoLongerAllowed()) {
      over.complete(null);
      return;
    }
    synchronized (this) {
      mustBeat = true;
      stuck++;
      if (stuck > 2) {
        over.complete(null);
        return;
      }
    }
    drain(false);
  }

  private boolean isNoLongerAllowed() {
    try {
      return !scopeNow.get().equals(scope);
    } catch (RuntimeException refused) {
      return true;
    }
  }

  private void drain(boolean mayAsk) {
    try {
      write(mayAsk);
    } catch (IOException | IllegalStateException gone) {
      over.complete(null);
    }
  }

  private synchronized void write(boolean mayAsk) throws IOException {
    if (over.isDone()) {
      return;
    }
    if (mayAsk) {
      ready = out.isReady();
    }
    while (ready) {
      if (mustFlush) {
        mustFlush = false;
        out.flush();
      } else {
        byte[] next = next();
        if (next.length == 0) {
          return;
        }
        out.write(next);
        mustFlush = true;
      }
      stuck = 0;
      ready = out.isReady();
    }
  }

  private byte[] next() {
    ChangeDocument changes = log.since(has, scope);
    if (changes.version() > has) {
      has = changes.version();
      mustBeat = false;
      return changes.event();
    }
    if (mustBeat) {
      mustBeat = false;
      return HEARTBEAT;
    }
    return new byte[0];
  }
}
