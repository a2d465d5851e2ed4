package ai.cryox.backend.relay;

import java.util.List;

/// Makes changes durable. Port: implemented by the pipeline's group commit.
@FunctionalInterface
public interface RelayJournal {
  /// Takes changes, to be stored in the order of the calls.
  ///
  /// @param whenDurable run once, on any thread, after the commit; never, if the backend stops
  ///   before. Must return at once and not throw
  void append(List<SessionChange> changes, Runnable whenDurable);
}
