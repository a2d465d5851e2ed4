package ai.cryox.backend.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was found not to agree with the ledger, each once, until somebody takes it. Thread-safe.
public final class LedgerBreaks {
  private final Set<String> told = new LinkedHashSet<>();
  private final List<Finding> waiting = new ArrayList<>();

  /// Nothing yet.
  public LedgerBreaks() {}

  /// Takes note of one.
  ///
  /// @return whether it is new
  public synchronized boolean found(Finding finding) {
    boolean fresh = told.add(finding.sentence());
    if (fresh) {
      waiting.add(finding);
    }
    return fresh;
  }

  /// Those that nobody has taken yet.
  public synchronized List<Finding> take() {
    List<Finding> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  /// The first hundred that there were, in sentences, in order.
  public synchronized List<String> all() {
    return told.stream().limit(100).toList();
  }

  /// How many there were so far.
  public synchronized int count() {
    return told.size();
  }
}
