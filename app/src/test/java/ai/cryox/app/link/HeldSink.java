package ai.cryox.app.link;

import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.ReadingSink;
import java.util.ArrayList;
import java.util.List;

/// A sink whose room and commits the test decides on. Thread-safe.
final class HeldSink implements ReadingSink {
  private final List<Delivery> taken = new ArrayList<>();
  private final List<Runnable> forRoom = new ArrayList<>();
  private int room;

  HeldSink(int room) {
    this.room = room;
  }

  @Override
  public synchronized boolean offer(Delivery delivery) {
    return taken.size() < room && taken.add(delivery);
  }

  @Override
  public void whenRoom(Runnable action) {
    synchronized (this) {
      if (taken.size() >= room) {
        forRoom.add(action);
        return;
      }
    }
    action.run();
  }

  void makeRoom(int more) {
    List<Runnable> roomy;
    synchronized (this) {
      room += more;
      roomy = List.copyOf(forRoom);
      forRoom.clear();
    }
    roomy.forEach(Runnable::run);
  }

  synchronized int count() {
    return taken.size();
  }

  synchronized Delivery get(int number) {
    return taken.get(number);
  }
}
