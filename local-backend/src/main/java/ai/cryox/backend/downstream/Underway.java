package ai.cryox.backend.downstream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts the requests of devices that the pipeline has not answered yet, so that no device takes
/// the place of the others and all of them together not that of people. Thread-safe.
final class Underway {
  /// Of one device.
  static final int MOST_OF_ONE = 16;

  /// Of all devices: half of what the pipeline lets wait.
  static final int MOST_OF_ALL = 500;

  private final Map<String, Integer> perDevice = new ConcurrentHashMap<>();
  private final AtomicInteger all = new AtomicInteger();

  /// Takes a place; `false` if there is none.
  boolean enter(String deviceId) {
    if (all.incrementAndGet() > MOST_OF_ALL) {
      all.decrementAndGet();
      return false;
    }
    if (perDevice.merge(deviceId, 1, Integer::sum) > MOST_OF_ONE) {
      leave(deviceId);
      return false;
    }
    return true;
  }

  /// Gives the place back.
  void leave(String deviceId) {
    all.decrementAndGet();
    perDevice.computeIfPresent(deviceId, (id, count) -> count == 1 ? null : count - 1);
  }
}
