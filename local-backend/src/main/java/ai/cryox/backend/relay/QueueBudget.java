package ai.cryox.backend.relay;

/// The memory that messages may take while they wait for clients. Guarded by the relay's lock.
final class QueueBudget {
  private final long most;
  private long taken;

  /// @param most bytes
  QueueBudget(long most) {
    this.most = most;
  }

  boolean hasRoom() {
    return taken < most;
  }

  void take(long bytes) {
    taken += bytes;
  }

  void give(long bytes) {
    taken -= bytes;
  }

  long taken() {
    return taken;
  }
}
