package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.Leaf.Totals;
import ai.cryox.backend.ledger.RecordHash;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.store.Finding.Period;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.TreeHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Compares what leaves say with the records they speak of. One thread.
final class LedgerRecords {
  private static final String CHANGED = "it is not what the ledger says was stored";

  private final Consumer<Finding> findings;
  private final RecordHash hashing = new RecordHash();
  private final TreeHash tree = new TreeHash();
  private @Nullable Handle handle;
  private long logFirst;
  private long readings;
  private long chunks;
  private long alarms;
  private long audits;

  LedgerRecords(Consumer<Finding> findings) {
    this.findings = findings;
  }

  /// @param newest round of the transaction
  void look(Handle transaction, Leaf.@Nullable Round newest) {
    handle = transaction;
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
    return readings;
  }

  long chunks() {
    return chunks;
  }

  /// How many chunks were looked at.
  int looked() {
    return (int) chunks;
  }

  long alarms() {
    return alarms;
  }

  long audits() {
    return audits;
  }

  void round(long leaf, Leaf.Round round, LedgerPass pass) {
    log(leaf, round, pass);
    Map<Long, ChunkRow> found = chunkRows(round.changes());
    long seals = pass.counted.seals();
    long removed = 0;
    for (Leaf.Change change : round.changes()) {
      switch (change) {
        case Leaf.Sealed sealed -> {
          seals++;
          chunk(sealed, found.get(sealed.seal()), pass);
        }
        case Leaf.Removed gone -> {
          removed++;
          pass.removals.remove(gone.seal());
          requireGone(leaf, gone);
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

  /// What the file has of a chunk.
  ///
  /// @param key 0 = it is not there
  /// @param hash `null` = it is not there
  private record ChunkRow(
      long key, boolean removed, String device, int kind, @Nullable Hash hash) {}

  private Map<Long, ChunkRow> chunkRows(List<Leaf.Change> changes) {
    long first = Long.MAX_VALUE;
    long last = 0;
    for (Leaf.Change change : changes) {
      if (change instanceof Leaf.Sealed sealed) {
        first = Math.min(first, sealed.seal());
        last = Math.max(last, sealed.seal());
      }
    }
    Map<Long, ChunkRow> rows = new HashMap<>();
    if (last > 0) {
      handle()
          .createQuery(
              """
              SELECT said.seal AS number, said.removed, chunk.*, series.kind, series.device_id
              FROM ledger_seal said
              LEFT JOIN chunk ON chunk.seal = said.seal
              LEFT JOIN series ON series.series_key = chunk.series_key
              WHERE said.seal BETWEEN ? AND ?\
              """)
          .bind(0, first)
          .bind(1, last)
          .map((row, context) -> rows.put(row.getLong("number"), chunkRow(row)) == null)
          .forEach(met -> {});
    }
    return rows;
  }

  private ChunkRow chunkRow(ResultSet row) throws SQLException {
    row.getLong("removed");
    boolean removed = !row.wasNull();
    byte[] data = row.getBytes("data");
    String device = row.getString("device_id");
    Hash hash =
        data == null || device == null ? null : hashing.chunk(LedgerAdoption.facts(row), data);
    return new ChunkRow(
        row.getLong("chunk_key"), removed, device == null ? "" : device, row.getInt("kind"), hash);
  }

  private void chunk(Leaf.Sealed sealed, @Nullable ChunkRow row, LedgerPass pass) {
    chunks++;
    if (row == null) {
      chunkBroken(sealed, "sealed chunk " + sealed.seal(), "the table ledger_seal lost it");
    } else if (row.removed && row.key == 0) {
      pass.removals.put(sealed.seal(), sealed);
    } else if (row.key == 0) {
      chunkBroken(sealed, "sealed chunk " + sealed.seal(), "it is gone");
    } else if (!Objects.equals(sealed.hash(), row.hash)) {
      chunkBroken(sealed, "chunk " + row.key, CHANGED);
    } else {
      readings += row.kind == Schema.READING.id() ? sealed.rows() : 0;
    }
  }

  private void chunkBroken(Leaf.Sealed sealed, String record, String what) {
    Period period = Period.ofMillis(sealed.from(), sealed.until());
    findings.accept(new Finding(record, device(sealed.series()), period, what, LedgerProof.ADVICE));
  }

  private @Nullable String device(long series) {
    return handle()
        .createQuery("SELECT device_id FROM series WHERE series_key = ?")
        .bind(0, series)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private void requireGone(long leaf, Leaf.Removed gone) {
    if (count("SELECT count(*) FROM chunk WHERE seal = " + gone.seal()) > 0) {
      broken(
          "sealed chunk " + gone.seal(),
          "leaf %d says that it was removed, and it is there".formatted(leaf));
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
      findings.accept(new Finding(name, device(tail.series()), null, what, LedgerProof.ADVICE));
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
    pass.removals
        .values()
        .forEach(sealed -> chunkBroken(sealed, "sealed chunk " + sealed.seal(), "it is gone"));
    long there = count("SELECT count(*) FROM chunk");
    if (there != pass.counted.seals() - pass.counted.removed()) {
      strangers(
          """
          SELECT 'chunk ' || chunk_key || ' of ' || coalesce(device_id, 'nobody')
          FROM chunk LEFT JOIN series USING (series_key)
          WHERE seal IS NULL OR seal NOT IN (SELECT seal FROM ledger_seal)\
          """);
    }
    strangers(
        "SELECT 'alarm transition ' || change_key FROM alarm_change WHERE change_key > "
            + pass.lastAlarm);
    strangers("SELECT 'audit line ' || audit_key FROM audit WHERE audit_key > " + pass.lastAudit);
    strangers(
        "SELECT 'raw_log ' || seq FROM raw_log WHERE seq > %d OR seq < %d"
            .formatted(pass.lastSequence, logFirst));
    strangers(
        "SELECT 'tail ' || series_key FROM tail WHERE series_key NOT IN"
            + " (SELECT record_key FROM ledger_place WHERE kind = %d)"
                .formatted(LedgerTables.TAIL));
    strangersOf(
        """
        SELECT DISTINCT 'alarm ' || alarm_id FROM alarm_change
        WHERE alarm_id NOT IN (SELECT alarm_id FROM alarm)\
        """,
        "its transitions are there, and it is gone");
  }

  private void strangers(String sql) {
    strangersOf(sql, "the ledger does not speak of it");
  }

  private void strangersOf(String sql, String what) {
    handle().createQuery(sql).mapTo(String.class).forEach(name -> broken(name, what));
  }

  private long count(String sql) {
    return handle().createQuery(sql).mapTo(Long.class).one();
  }

  private void broken(String record, String what) {
    findings.accept(new Finding(record, null, null, what, LedgerProof.ADVICE));
  }
}
