package ai.cryox.backend.endpoint;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who is connected: the limits' counts and the one connection of each client id. Thread-safe.
final class ConnectionRegistry {
  private final int maxConnections;
  private final int maxPerAddress;
  private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
  private final Map<String, Connection> byClientId = new ConcurrentHashMap<>();
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

  /// The client id is this connection's from now on.
  ///
  /// @return whose it was
  @Nullable Connection claim(String clientId, Connection connection) {
    return byClientId.put(clientId, connection);
  }

  void release(String clientId, Connection connection) {
    byClientId.remove(clientId, connection);
  }
}
