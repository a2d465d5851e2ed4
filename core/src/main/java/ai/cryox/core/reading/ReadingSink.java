package ai.cryox.core.reading;

/// Where sources hand in what they received. Port: implemented by the backend's ingest queue.
/// Thread-safe.
public interface ReadingSink {
  /// Hands in one payload.
  ///
  /// @return `false` when the queue is full: nothing was taken, the source stops reading its wire,
  ///   keeps the payload and offers it again when {@link #whenRoom} says so
  boolean offer(Delivery delivery);

  /// Runs the action once, on any thread, as soon as there is room again; at once if there is.
  void whenRoom(Runnable action);
}
