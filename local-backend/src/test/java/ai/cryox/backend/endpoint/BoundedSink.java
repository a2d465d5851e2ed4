package ai.cryox.backend.endpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.ReadingSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A sink of so many places, emptied by the test, which thereby decides what is committed when.
final class BoundedSink implements ReadingSink {
  private static final long DEADLINE_SECONDS = 60;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Delivery> queue = new ArrayDeque<>();
  private final List<Runnable> waiters = new ArrayList<>();
  private final int places;
  private int refused;

  BoundedSink(int places) {
    this.places = places;
  }

  @Override
  public boolean offer(Delivery delivery) {
    lock.lock();
    try {
      boolean taken = queue.size() < places;
      if (taken) {
        queue.add(delivery);
      } else {
        refused++;
      }
      changed.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void whenRoom(Runnable action) {
    lock.lock();
    try {
      if (queue.size() >= places) {
        waiters.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  int refused() {
    lock.lock();
    try {
      return refused;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /// Takes the next delivery out, uncommitted; `null` if none comes within a millisecond.
  @Nullable Delivery poll() {
    Delivery next;
    List<Runnable> due;
    lock.lock();
    try {
      long left = 1_000_000;
      while (queue.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      next = queue.poll();
      due = List.copyOf(waiters);
      waiters.clear();
    } catch (InterruptedException stopped) {
      return null;
    } finally {
      lock.unlock();
    }
    due.forEach(Runnable::run);
    return next;
  }

  /// Waits for the next delivery and takes it out, uncommitted.
  Delivery take() throws InterruptedException {
    Delivery next;
    List<Runnable> due;
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
      while (queue.isEmpty()) {
        assertTrue(left > 0, "Nothing came into the sink");
        left = changed.awaitNanos(left);
      }
      next = queue.remove();
      due = List.copyOf(waiters);
      waiters.clear();
    } finally {
      lock.unlock();
    }
    due.forEach(Runnable::run);
    return next;
  }

  Delivery takeAndCommit() throws InterruptedException {
    Delivery next = take();
    next.receipt().committed();
    return next;
  }

  /// Waits for the next delivery, which has one fault and nothing else.
  Fault takeFault() throws InterruptedException {
    Delivery next = takeAndCommit();
    assertTrue(next.messages().isEmpty() && next.decoded().faults().size() == 1, next::toString);
    return next.decoded().faults().getFirst();
  }
}
