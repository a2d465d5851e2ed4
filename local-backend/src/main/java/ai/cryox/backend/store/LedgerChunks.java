package ai.cryox.backend.store;

import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.RecordHash;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.store.Finding.Period;
import ai.cryox.core.ledger.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Compares what leaves say of sealed chunks with the chunks. One thread.
final class LedgerChunks {
  private final Consumer<Finding> findings;
  private final RecordHash hashing;
  private final Map<Long, ChunkRow> rows = new HashMap<>();
  private @Nullable Handle handle;
  private long readings;
  private long looked;

  LedgerChunks(Consumer<Finding> findings, RecordHash hashing) {
    this.findings = findings;
    this.hashing = hashing;
  }

  /// How many were looked at.
  long looked() {
    return looked;
  }

  /// How many readings are in those that are as they were.
  long readings() {
    return readings;
  }

  private Handle handle() {
    return Objects.requireNonNull(handle, "there is no transaction");
  }

  /// What the file has of a chunk.
  ///
  /// @param key 0 = it is not there
  /// @param hash `null` = it is not there
  private record ChunkRow(
      long key, boolean removed, String device, int kind, @Nullable Hash hash) {}

  /// Looks at what this transaction sees.
  void within(Handle transaction) {
    handle = transaction;
  }

  /// Reads what the file has of the chunks that a round speaks of.
  void read(List<Leaf.Change> changes) {
    rows.clear();
    long first = Long.MAX_VALUE;
    long last = 0;
    for (Leaf.Change change : changes) {
      if (change instanceof Leaf.Sealed sealed) {
        first = Math.min(first, sealed.seal());
        last = Math.max(last, sealed.seal());
      }
    }
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

  /// Compares a chunk with what the ledger says of it.
  void look(Leaf.Sealed sealed, LedgerPass pass) {
    ChunkRow row = rows.get(sealed.seal());
    looked++;
    if (row == null) {
      broken(sealed, "sealed chunk " + sealed.seal(), "the table ledger_seal lost it");
    } else if (row.removed && row.key == 0) {
      pass.removals.put(sealed.seal(), sealed);
    } else if (row.key == 0) {
      isGone(sealed);
    } else if (!Objects.equals(sealed.hash(), row.hash)) {
      broken(sealed, "chunk " + row.key, LedgerRecords.CHANGED);
    } else {
      readings += row.kind == Schema.READING.id() ? sealed.rows() : 0;
    }
  }

  /// A chunk that should be there is not.
  void isGone(Leaf.Sealed sealed) {
    broken(sealed, "sealed chunk " + sealed.seal(), "it is gone");
  }

  private void broken(Leaf.Sealed sealed, String record, String what) {
    Period period = Period.ofMillis(sealed.from(), sealed.until());
    findings.accept(new Finding(record, device(sealed.series()), period, what, LedgerProof.ADVICE));
  }

  /// Whose series it is; `null` if it is not known.
  @Nullable String device(long series) {
    return handle()
        .createQuery("SELECT device_id FROM series WHERE series_key = ?")
        .bind(0, series)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  /// Looks whether a chunk was removed that the ledger says was.
  void requireGone(long leaf, Leaf.Removed gone) {
    String there = "SELECT count(*) FROM chunk WHERE seal = " + gone.seal();
    if (handle().createQuery(there).mapTo(Long.class).one() > 0) {
      findings.accept(
          new Finding(
              "sealed chunk " + gone.seal(),
              null,
              null,
              "leaf %d says that it was removed, and it is there".formatted(leaf),
              LedgerProof.ADVICE));
    }
  }
}
