package ai.cryox.backend.endpoint;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many are connected, in all and from one address. Thread-safe.
final class ConnectionRegistry {
  private final int maxConnections;
  private final int maxPerAddress;
  private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
  private int count;

  ConnectionRegistry(int maxConnections, int maxPerAddress) {
    this.maxConnections = maxConnections;
    this.maxPerAddress = maxPerAddress;
  }

  /// Takes a place; `false` if all are taken.
  synchronized boolean enter(InetAddress address) {
    int fromThere = perAddress.getOrDefault(address, 0);
    if (count >= maxConnections || fromThere >= maxPerAddress) {
      return false;
    }
    count++;
    perAddress.put(address, fromThere + 1);
    return true;
  }

  /// Gives the place back.
  synchronized void leave(InetAddress address) {
    count--;
    perAddress.computeIfPresent(address, (key, fromThere) -> fromThere == 1 ? null : fromThere - 1);
  }

  synchronized int count() {
    return count;
  }
}
