package ai.cryox.backend.relay;

import java.util.ArrayList;
import java.util.List;

/// What one packet changes: what must be stored, and what may happen only then. Guarded by the
/// relay's lock.
final class Step {
  private final List<SessionChange> changes = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  void store(SessionChange change) {
    changes.add(change);
  }

  void afterwards(Runnable action) {
    afterwards.add(action);
  }

  List<SessionChange> changes() {
    return changes;
  }

  void finish() {
    afterwards.forEach(Runnable::run);
  }
}
