package ai.cryox.backend.relay;

import java.util.List;

/// Stores nothing and says at once that it is durable; busy when the test says so.
public final class InstantJournal implements RelayJournal {
  /// What it says of itself.
  public volatile boolean busy;

  @Override
  public void append(List<SessionChange> changes, Runnable whenDurable) {
    whenDurable.run();
  }

  @Override
  public boolean isBusy() {
    return busy;
  }
}
