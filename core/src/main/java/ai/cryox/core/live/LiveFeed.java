package ai.cryox.core.live;

/// Where the newest snapshot is. Port. A screen looks as often as it can draw (4 to 10 times a
/// second) and never misses the last state; nobody is called back for each reading.
@FunctionalInterface
public interface LiveFeed {
  /// The newest snapshot; never blocks; any thread.
  LiveSnapshot latest();
}
