package ai.cryox.backend.live;

import ai.cryox.core.link.LinkStatus;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What is around the backend, as those say who joined it to its wires. Until they do, there is
/// nothing. Any thread.
public final class Surroundings {
  private volatile IntSupplier connections = () -> 0;
  private volatile Supplier<List<LinkStatus>> links = List::of;
  private volatile LongSupplier dropped = () -> 0;
  private volatile LongSupplier elapsed = () -> 0;

  /// Says how many device connections there are.
  public void countConnections(IntSupplier open) {
    connections = open;
  }

  /// Says how the links to other systems are.
  public void watchLinks(Supplier<List<LinkStatus>> now) {
    links = now;
  }

  /// Says how many messages the wires threw away.
  public void countDropped(LongSupplier thrownAway) {
    dropped = thrownAway;
  }

  /// Gives what tells a clock that was set from time that passed.
  ///
  /// @param nanos from any origin, by something that cannot be set, such as `System::nanoTime`
  public void watchClock(LongSupplier nanos) {
    elapsed = nanos;
  }

  /// Device connections open now.
  public int connections() {
    return connections.getAsInt();
  }

  /// How the links to other systems are now.
  public List<LinkStatus> links() {
    return links.get();
  }

  /// Messages that the wires threw away since the start.
  public long dropped() {
    return dropped.getAsLong();
  }

  /// Nanoseconds from any origin.
  public long elapsedNanos() {
    return elapsed.getAsLong();
  }
}
