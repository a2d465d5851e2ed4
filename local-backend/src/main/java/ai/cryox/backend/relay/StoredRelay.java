package ai.cryox.backend.relay;

import java.util.List;

/// What the relay remembered when the backend last stopped, however it stopped.
public record StoredRelay(List<StoredSession> sessions, List<Publication> retained) {
  /// Nothing.
  public static final StoredRelay NOTHING = new StoredRelay(List.of(), List.of());
}
