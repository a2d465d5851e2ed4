package ai.cryox.connectors.mqtt;

import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.ReadingSink;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The way into the sink for a thread that may wait: it goes on when there is room, and gives up
/// when the gate is shut. Thread-safe.
final class RoomGate {
  private final ReadingSink sink;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long openings;
  private boolean shut;

  RoomGate(ReadingSink sink) {
    this.sink = sink;
  }

  /// Hands in without waiting.
  ///
  /// @return `false` if there is no room
  boolean offer(Delivery delivery) {
    return sink.offer(delivery);
  }

  /// Waits for room.
  ///
  /// @return `false` if the gate was shut instead
  boolean awaitRoom() throws InterruptedException {
    long before = openings();
    sink.whenRoom(this::open);
    lock.lockInterruptibly();
    try {
      while (openings == before && !shut) {
        changed.await();
      }
      return !shut;
    } finally {
      lock.unlock();
    }
  }

  /// Lets nobody wait any more.
  void shut() {
    lock.lock();
    try {
      shut = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long openings() {
    lock.lock();
    try {
      return openings;
    } finally {
      lock.unlock();
    }
  }

  private void open() {
    lock.lock();
    try {
      openings++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
