package ai.cryox.backend.relay;

import java.util.List;

/// Makes changes durable. Port: implemented by the pipeline's group commit.
public interface RelayJournal {
  /// Takes changes, to be stored in the order of the calls.
  ///
  /// @param whenDurable run once, on any thread, after the commit; never, if the backend stops
  ///   before. Must return at once and not throw
  void append(List<SessionChange> changes, Runnable whenDurable);

  /// Whether so much waits for its commit that nobody new should be let in.
  boolean isBusy();
}
