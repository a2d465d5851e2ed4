package ai.cryox.backend.ingest;

import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.ReadingSink;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The bounded queue between many wires and one pipeline. Thread-safe.
///
/// Full means: nothing is taken and nothing is lost; the wires stop reading until there is room for
/// half the queue again.
public final class IngestQueue implements ReadingSink {
  /// When nothing has come for so long, there are no neighbours to wait for.
  private static final Duration QUIET = Duration.ofNanos(500_000);

  private final long capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ArrayDeque<Delivery> waiting = new ArrayDeque<>();
  private List<Runnable> forRoom = new ArrayList<>();
  private long weight;
  private int messages;
  private boolean woken;

  /// @param capacity bytes that may wait, at least 1; one delivery more than that is never taken
  public IngestQueue(long capacity) {
    this.capacity = capacity;
  }

  @Override
  public boolean offer(Delivery delivery) {
    lock.lock();
    try {
      if (weight > 0 && weight + delivery.weight() > capacity) {
        return false;
      }
      waiting.add(delivery);
      weight += delivery.weight();
      messages += count(delivery);
      arrived.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void whenRoom(Runnable action) {
    lock.lock();
    try {
      if (weight > capacity / 2) {
        forRoom.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  /// Ends a wait in {@link #drain} early, because something other than a delivery is to be done.
  public void wake() {
    lock.lock();
    try {
      woken = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Takes what waits. Waits for a first delivery, then a little for its neighbours, so that one
  /// commit serves many.
  ///
  /// @param longest how long to wait for the first
  /// @param grouping how long to wait for neighbours once there is one
  /// @param enough messages that end the wait for neighbours
  /// @param most messages taken; the last delivery may exceed it
  public List<Delivery> drain(Duration longest, Duration grouping, int enough, int most)
      throws InterruptedException {
    List<Delivery> batch = new ArrayList<>();
    List<Runnable> roomy = List.of();
    lock.lock();
    try {
      await(longest, 1);
      if (!woken && !waiting.isEmpty()) {
        awaitNeighbours(grouping, enough);
      }
      woken = false;
      for (int taken = 0; taken < most && !waiting.isEmpty(); ) {
        Delivery next = waiting.remove();
        batch.add(next);
        weight -= next.weight();
        messages -= count(next);
        taken += count(next);
      }
      if (weight <= capacity / 2 && !forRoom.isEmpty()) {
        roomy = forRoom;
        forRoom = new ArrayList<>();
      }
    } finally {
      lock.unlock();
    }
    roomy.forEach(Runnable::run);
    return batch;
  }

  private void await(Duration longest, int enough) throws InterruptedException {
    long left = longest.toNanos();
    while (messages < enough && !woken && left > 0) {
      left = arrived.awaitNanos(left);
    }
  }

  /// Ends early when nobody comes any more: devices that wait for each acknowledgement would
  /// otherwise all wait for a neighbour that waits, too.
  private void awaitNeighbours(Duration longest, int enough) throws InterruptedException {
    long left = longest.toNanos();
    boolean somebodyCame = true;
    while (somebodyCame && messages < enough && !woken && left > 0) {
      int before = messages;
      long turn = Math.min(left, QUIET.toNanos());
      left -= turn - Math.max(0, arrived.awaitNanos(turn));
      somebodyCame = messages > before;
    }
  }

  private static int count(Delivery delivery) {
    return Math.max(1, delivery.messages().size());
  }

  /// Deliveries that wait now.
  public int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
