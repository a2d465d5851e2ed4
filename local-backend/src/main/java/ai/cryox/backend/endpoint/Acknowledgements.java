package ai.cryox.backend.endpoint;

import ai.cryox.core.reading.Receipt;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The PUBACKs that one connection still owes, in the order of its PUBLISHes (MQTT 3.1.1 and 5,
/// 4.6): a commit that comes early waits for the ones before it. Event loop only, except for the
/// receipts, which any thread may tell.
final class Acknowledgements {
  private final Channel channel;
  private final Queue<Owed> owed = new ArrayDeque<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private Runnable whenSettled = () -> {};

  Acknowledgements(Channel channel) {
    this.channel = channel;
  }

  /// Owes one more.
  ///
  /// @param reasonCode what MQTT 5 says with it
  Receipt owe(int packetId, byte reasonCode) {
    Owed one = new Owed(packetId, reasonCode);
    owed.add(one);
    return one;
  }

  int count() {
    return owed.size();
  }

  /// Runs the action as soon as nothing is owed; at once if nothing is.
  void whenSettled(Runnable action) {
    if (owed.isEmpty()) {
      action.run();
    } else {
      whenSettled = action;
    }
  }

  /// Nobody is left to hear them.
  void forget() {
    owed.clear();
  }

  private void schedule() {
    if (channel.isActive() && scheduled.compareAndSet(false, true)) {
      try {
        channel.eventLoop().execute(this::send);
      } catch (RejectedExecutionException stopped) {
        // The endpoint has stopped: the client never hears of it and will send again.
        scheduled.set(true);
      }
    }
  }

  /// All that are due, with one flush.
  private void send() {
    scheduled.set(false);
    boolean written = false;
    for (Owed next = owed.peek(); next != null && next.committed; next = owed.peek()) {
      owed.remove();
      channel.write(Replies.puback(next.packetId, next.reasonCode), channel.voidPromise());
      written = true;
    }
    if (written) {
      channel.flush();
    }
    if (owed.isEmpty()) {
      whenSettled.run();
    }
  }

  private final class Owed implements Receipt {
    private final int packetId;
    private final byte reasonCode;
    private volatile boolean committed;

    Owed(int packetId, byte reasonCode) {
      this.packetId = packetId;
      this.reasonCode = reasonCode;
    }

    @Override
    public void committed() {
      committed = true;
      schedule();
    }
  }
}
