package ai.cryox.backend.relay;

import java.util.List;
import java.util.concurrent.Executor;

/// Stores what must be stored and does then what may only be done then.
final class Commits {
  private final Object lock;
  private final RelayJournal journal;
  private final Executor courier;

  /// @param lock the relay's; held whenever something is committed or finished
  /// @param courier runs what follows a commit
  Commits(Object lock, RelayJournal journal, Executor courier) {
    this.lock = lock;
    this.journal = journal;
    this.courier = courier;
  }

  /// Finishes the step when its changes are durable; at once if there are none.
  void commit(Step step) {
    if (step.changes().isEmpty()) {
      step.finish();
    } else {
      journal.append(step.changes(), () -> courier.execute(() -> finish(step)));
    }
  }

  private void finish(Step step) {
    synchronized (lock) {
      step.finish();
    }
  }

  /// Stores what nobody waits for.
  void store(SessionChange change) {
    journal.append(List.of(change), () -> {});
  }
}
