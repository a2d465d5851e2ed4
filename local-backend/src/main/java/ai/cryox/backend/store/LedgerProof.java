package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.RecordHash;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Series;
import ai.cryox.core.ledger.Hash;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Whether records are what the ledger says was stored, as of one transaction. What somebody
/// changed while nobody looked must not be taken for ours and sealed again. One thread.
final class LedgerProof implements SeriesRecovery.Proof {
  static final String ADVICE =
      "leave everything as it is, tell quality assurance, and compare with a backup from before";

  private static final String OTHER = "it is not what the ledger says was stored";

  private final Handle handle;
  private final LedgerBreaks breaks;
  private final LedgerView view;
  private final RecordHash hashing = new RecordHash();
  private final boolean begun;
  private final Map<Long, Long> tailLeaves = new HashMap<>();
  private final Set<Long> tailsMet = new HashSet<>();
  private @Nullable Map<Long, Hash> logged;

  /// @param breaks told what is not
  LedgerProof(Handle handle, LedgerBreaks breaks) {
    this.handle = handle;
    this.breaks = breaks;
    this.view = new LedgerView(handle);
    this.begun = view.size() > 0;
  }

  @Override
  public void tail(Series series, long sequence, byte[] data) throws DamagedException {
    if (!begun) {
      return;
    }
    if (tailLeaves.isEmpty()) {
      handle
          .createQuery("SELECT record_key, leaf FROM ledger_place WHERE kind = ?")
          .bind(0, LedgerTables.TAIL)
          .map((row, context) ->
              tailLeaves.put(row.getLong("record_key"), row.getLong("leaf")) == null)
          .list();
    }
    tailsMet.add(series.key());
    Hash said = tailHash(series.key());
    Hash found = hashing.tail(series.schema().id(), series.deviceId(), sequence, data);
    if (!Objects.equals(found, said)) {
      throw broken("tail " + series.key(), series.deviceId());
    }
  }

  private @Nullable Hash tailHash(long series) {
    Long leaf = tailLeaves.get(series);
    if (leaf != null && view.words(leaf) instanceof Leaf.Round round) {
      for (Leaf.Change change : round.changes()) {
        if (change instanceof Leaf.Tail tail && tail.series() == series) {
          return tail.hash();
        }
      }
    }
    return null;
  }

  @Override
  public void log(long sequence, byte[] data) throws DamagedException {
    if (begun && !Objects.equals(hashing.log(sequence, data), logged().remove(sequence))) {
      throw broken("raw_log " + sequence, null);
    }
  }

  /// The rows that the log must have.
  private Map<Long, Hash> logged() {
    Map<Long, Hash> rows = logged;
    if (rows == null) {
      rows = new HashMap<>();
      Leaf.Round newest = view.newestRound();
      long first = newest == null ? 0 : newest.logFirst();
      for (KeptLeaf leaf : view.leaves(0, Integer.MAX_VALUE)) {
        if (view.words(leaf.number()) instanceof Leaf.Round round) {
          Hash hash = round.logHash();
          if (hash != null && round.sequence() >= first) {
            rows.put(round.sequence(), hash);
          }
        }
      }
      logged = rows;
    }
    return rows;
  }

  /// All rows and tails that there are were shown: names those that the ledger speaks of and that
  /// are gone.
  void allMet() {
    if (!begun) {
      return;
    }
    logged().keySet().forEach(gone -> found("raw_log " + gone, null, "it is gone"));
    tailLeaves.keySet().stream()
        .filter(series -> !tailsMet.contains(series))
        .forEach(gone -> found("tail " + gone, null, "it is gone"));
  }

  /// Looks at a chunk.
  ///
  /// @throws DamagedException if it is not what was sealed
  void chunk(long key) throws DamagedException {
    if (!begun) {
      return;
    }
    boolean proven =
        handle
            .createQuery(
                """
                SELECT chunk.*, series.kind, series.device_id, ledger_seal.leaf
                FROM chunk JOIN series USING (series_key) JOIN ledger_seal USING (seal)
                WHERE chunk_key = ?\
                """)
            .bind(0, key)
            .map((row, context) ->
                isSealed(
                    row.getLong("leaf"),
                    row.getLong("seal"),
                    hashing.chunk(LedgerAdoption.facts(row), row.getBytes("data"))))
            .findOne()
            .orElse(false);
    if (!proven) {
      throw broken("chunk " + key, null);
    }
  }

  private boolean isSealed(long leaf, long seal, Hash hash) {
    return view.words(leaf) instanceof Leaf.Round round
        && round.changes().stream()
            .anyMatch(change ->
                change instanceof Leaf.Sealed sealed
                    && sealed.seal() == seal
                    && sealed.hash().equals(hash));
  }

  private DamagedException broken(String record, @Nullable String device) {
    found(record, device, OTHER);
    return new DamagedException(OTHER);
  }

  private void found(String record, @Nullable String device, String what) {
    breaks.found(new Finding(record, device, null, what, ADVICE));
  }
}
