package ai.cryox.core.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backend found when it last verified its ledger from end to end.
///
/// @param verifiedAt when; `null` = it has not come to the end yet
/// @param leaves of the ledger then
/// @param signedLeaves how many of them the newest right checkpoint speaks of
/// @param readings in chunks that are what was stored
/// @param breaks what was found not to agree since the start, in sentences; empty = nothing
public record LedgerState(
    @Nullable Instant verifiedAt,
    long leaves,
    long signedLeaves,
    long readings,
    List<String> breaks) {
  /// Nothing was looked at yet.
  public static final LedgerState UNKNOWN = new LedgerState(null, 0, 0, 0, List.of());

  /// @param breaks copied
  public LedgerState {
    breaks = List.copyOf(breaks);
  }

  /// Whether everything that was looked at agrees.
  public boolean isSound() {
    return breaks.isEmpty();
  }
}
