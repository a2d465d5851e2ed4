package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.Leaf.Totals;
import ai.cryox.backend.ledger.RecordHash;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.TreeHash;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Compares what leaves say with the records they speak of. One thread.
final class LedgerRecords {
  static final String CHANGED = "it is not what the ledger says was stored";

  private final Consumer<Finding> findings;
  private final RecordHash hashing = new RecordHash();
  private final TreeHash tree = new TreeHash();
  private final LedgerChunks chunks;
  private @Nullable Handle handle;
  private long logFirst;
  private long alarms;
  private long audits;

  LedgerRecords(Consumer<Finding> findings) {
    this.findings = findings;
    this.chunks = new LedgerChunks(findings, hashing);
  }

  /// @param newest round of the transaction
  void look(Handle transaction, Leaf.@Nullable Round newest) {
    handle = transaction;
    chunks.within(transaction);
    logFirst = newest == null ? Long.MAX_VALUE : newest.logFirst();
  }

  Handle handle() {
    Handle open = handle;
    if (open == null) {
      throw new AssertionError("there is no transaction");
    }
    return open;
  }

  long readings() {
    return chunks.readings();
  }

  long chunks() {
    return chunks.looked();
  }

  /// How many chunks were looked at.
  int looked() {
    return (int) chunks.looked();
  }

  long alarms() {
    return alarms;
  }

  long audits() {
    return audits;
  }

  void round(long leaf, Leaf.Round round, LedgerPass pass) {
    log(leaf, round, pass);
    chunks.read(round.changes());
    long seals = pass.counted.seals();
    long removed = 0;
    for (Leaf.Change change : round.changes()) {
      switch (change) {
        case Leaf.Sealed sealed -> {
          seals++;
          chunks.look(sealed, pass);
        }
        case Leaf.Removed gone -> {
          removed++;
          pass.removals.remove(gone.seal());
          chunks.requireGone(leaf, gone);
        }
        case Leaf.Tail tail -> tail(leaf, tail);
        case Leaf.ClockSet _ -> {}
      }
    }
    Totals counted = pass.counted.plus(seals - pass.counted.seals(), removed, 0, 0);
    if (!counted.equals(round.totals())) {
      broken(
          "leaf %d of the ledger".formatted(leaf),
          "up to here there should be %s and there are %s: leaves in between are gone"
              .formatted(words(round.totals()), words(counted)));
    }
    pass.counted = round.totals();
  }

  private static String words(Totals totals) {
    return "%d sealed chunks, %d removed, %d alarm transitions, %d audit lines"
        .formatted(totals.seals(), totals.removed(), totals.alarms(), totals.audits());
  }

  private void log(long leaf, Leaf.Round round, LedgerPass pass) {
    Hash hash = round.logHash();
    if (hash == null) {
      return;
    }
    if (round.sequence() <= pass.lastSequence) {
      broken("leaf %d of the ledger".formatted(leaf), "its row of the log was there before");
    }
    pass.lastSequence = Math.max(pass.lastSequence, round.sequence());
    if (round.sequence() >= logFirst) {
      String name = "raw_log " + round.sequence();
      handle()
          .createQuery("SELECT data FROM raw_log WHERE seq = ?")
          .bind(0, round.sequence())
          .mapTo(byte[].class)
          .findOne()
          .ifPresentOrElse(
              data -> {
                if (!hashing.log(round.sequence(), data).equals(hash)) {
                  broken(name, CHANGED);
                }
              },
              () -> broken(name, "it is gone"));
    }
  }

  private void tail(long leaf, Leaf.Tail tail) {
    Long newest =
        handle()
            .createQuery("SELECT leaf FROM ledger_place WHERE kind = ? AND record_key = ?")
            .bind(0, LedgerTables.TAIL)
            .bind(1, tail.series())
            .mapTo(Long.class)
            .findOne()
            .orElse(null);
    if (newest != null && newest > leaf) {
      return;
    }
    String name = "tail " + tail.series();
    String what =
        handle()
            .createQuery(
                "SELECT tail.seq, tail.data, series.kind, series.device_id FROM tail"
                    + " JOIN series USING (series_key) WHERE series_key = ?")
            .bind(0, tail.series())
            .map((row, context) ->
                hashing
                        .tail(
                            row.getInt("kind"),
                            row.getString("device_id"),
                            row.getLong("seq"),
                            row.getBytes("data"))
                        .equals(tail.hash())
                    ? ""
                    : CHANGED)
            .findOne()
            .orElse("it is gone");
    if (!what.isEmpty()) {
      findings.accept(
          new Finding(name, chunks.device(tail.series()), null, what, LedgerProof.ADVICE));
    }
  }

  /// A row of the alarms' journal or the audit trail.
  void row(KeptLeaf leaf, LedgerPass pass) {
    if (leaf.kind() == KeptLeaf.Kind.ALARM) {
      alarms++;
      compare(leaf, pass.lastAlarm, "alarm_change", "change_key", "alarm transition ");
      pass.lastAlarm = Math.max(pass.lastAlarm, leaf.key());
      pass.counted = pass.counted.plus(0, 0, 1, 0);
    } else {
      audits++;
      compare(leaf, pass.lastAudit, "audit", "audit_key", "audit line ");
      pass.lastAudit = Math.max(pass.lastAudit, leaf.key());
      pass.counted = pass.counted.plus(0, 0, 0, 1);
    }
  }

  private void compare(KeptLeaf leaf, long after, String table, String key, String word) {
    String name = "%s%d (%s)".formatted(word, leaf.key(), leaf.rowName());
    boolean[] met = {false};
    handle()
        .createQuery(
            "SELECT * FROM %s WHERE %s > ? AND %s <= ? ORDER BY %s".formatted(table, key, key, key))
        .bind(0, Math.min(after, leaf.key() - 1))
        .bind(1, leaf.key())
        .map((row, context) -> LedgerTables.row(row, table, key))
        .forEach(row -> {
          if (row.key() == leaf.key()) {
            met[0] = true;
            if (!row.leafHash(hashing).equals(LedgerView.hash(leaf, tree))) {
              broken(name, CHANGED);
            }
          } else {
            broken(word + row.key(), "the ledger does not speak of it");
          }
        });
    if (!met[0]) {
      broken(name, "it is gone");
    }
  }

  /// Everything that the ledger speaks of was met: looks for what it does not.
  void finish(LedgerPass pass) {
    pass.removals.values().forEach(chunks::isGone);
    new Strangers(handle(), findings).look(pass, logFirst);
  }

  private void broken(String record, String what) {
    findings.accept(new Finding(record, null, null, what, LedgerProof.ADVICE));
  }
}
