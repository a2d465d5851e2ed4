package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.ProofText;
import ai.cryox.backend.ledger.RecordHash;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import ai.cryox.backend.series.Schema;
import ai.cryox.backend.store.LedgerView.StoredCheckpoint;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.Proofs;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.VerifierKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Proves single records and the ledger itself to others. Any thread; each answer is as of one
/// moment.
public final class LedgerProofs {
  private final Snapshots file;

  /// @param file a data file, in use or not
  public LedgerProofs(Snapshots file) {
    this.file = file;
  }

  /// The newest checkpoint, and who signs.
  ///
  /// @param leaves how many there are by now
  public record Signed(SignedNote note, VerifierKey key, long leaves) {}

  /// The newest checkpoint; empty if there is none yet.
  ///
  /// @throws StoreException if the file cannot be read
  public Optional<Signed> head() {
    return file.read(handle -> {
      LedgerView view = new LedgerView(handle);
      StoredCheckpoint newest = view.newestCheckpoint();
      VerifierKey key = key(handle, view);
      return newest == null || key == null
          ? Optional.empty()
          : Optional.of(new Signed(SignedNote.parse(newest.note()), key, view.size()));
    });
  }

  /// Whether the ledger's first leaves are those that a head was made of; also if that cannot be
  /// said any more.
  ///
  /// @param head of no more leaves than there are
  public boolean agreesWith(Checkpoint head) {
    return file.read(handle -> {
      try {
        return new Proofs(new LedgerView(handle)).root(head.size()).equals(head.root());
      } catch (StoreException forgotten) {
        return true;
      }
    });
  }

  /// Which of some leaves are not what somebody else was given a proof of.
  ///
  /// @param leaves hashes by number
  public List<Long> strange(Map<Long, Hash> leaves) {
    return file.read(handle -> {
      LedgerView view = new LedgerView(handle);
      List<Long> strange = new ArrayList<>();
      for (Map.Entry<Long, Hash> leaf : leaves.entrySet()) {
        KeptLeaf kept = view.leaf(leaf.getKey());
        if (kept == null || !view.hash(kept).equals(leaf.getValue())) {
          strange.add(leaf.getKey());
        }
      }
      return strange;
    });
  }

  /// That the ledger of the first `older` leaves is the beginning of that of the first `newer`.
  ///
  /// @throws IllegalArgumentException if there were never such ledgers, with a sentence
  public List<Hash> consistency(long older, long newer) {
    return file.read(handle -> {
      LedgerView view = new LedgerView(handle);
      if (newer > view.size()) {
        throw new IllegalArgumentException(
            "The ledger has %d leaves, not %d.".formatted(view.size(), newer));
      }
      try {
        return new Proofs(view).consistency(older, newer);
      } catch (StoreException forgotten) {
        throw new IllegalArgumentException(
            "A ledger of %d leaves cannot be proven any more: only sizes that a kept checkpoint has."
                .formatted(older),
            forgotten);
      }
    });
  }

  /// That a reading is what was stored.
  ///
  /// @throws IllegalArgumentException if there is none, or it cannot be proven yet, with a sentence
  public ProofText reading(String deviceId, Instant time) {
    return file.read(handle -> {
      long millis = time.toEpochMilli();
      Found found = inChunk(handle, deviceId, millis);
      found = found == null ? inTail(handle, deviceId, millis) : found;
      if (found == null) {
        throw new IllegalArgumentException(
            "No sealed reading of %s at %s: there is none, or it is so new that it is in the log alone. It can be proven when its series is sealed, after 544 readings at the latest, or when the backend stops."
                .formatted(deviceId, time));
      }
      return proof(handle, found, millis);
    });
  }

  /// That a transition of an alarm is what was stored.
  ///
  /// @param key its number in the journal
  /// @throws IllegalArgumentException if there is none, or it cannot be proven yet, with a sentence
  public ProofText transition(long key) {
    return row("alarm_change", "change_key", LedgerTables.ALARM, key);
  }

  /// That a line of the audit trail is what was stored.
  ///
  /// @param key its number in the trail
  /// @throws IllegalArgumentException if there is none, or it cannot be proven yet, with a sentence
  public ProofText audit(long key) {
    return row("audit", "audit_key", LedgerTables.AUDIT, key);
  }

  private ProofText row(String table, String keyColumn, int kind, long key) {
    return file.read(handle -> {
      byte[] words =
          handle
              .createQuery("SELECT * FROM %s WHERE %s = ?".formatted(table, keyColumn))
              .bind(0, key)
              .map((row, context) -> LedgerTables.row(row, table, keyColumn).words())
              .findOne()
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no %s %d.".formatted(table, key)));
      long leaf = place(handle, kind, key);
      return proof(handle, new Found(table, leaf, new byte[0], new byte[0], words), 0);
    });
  }

  /// A record, the leaf that speaks of it, and for a row its words.
  private record Found(
      String kind, long leaf, byte[] facts, byte[] data, byte @Nullable [] words) {}

  private static @Nullable Found inChunk(Handle handle, String device, long time) {
    return handle
        .createQuery(
            """
            SELECT chunk.*, series.kind, series.device_id, ledger_seal.leaf
            FROM series JOIN chunk USING (series_key) JOIN ledger_seal USING (seal)
            WHERE series.kind = 1 AND series.device_id = ? AND from_ms <= ? AND until_ms >= ?\
            """)
        .bind(0, device)
        .bind(1, time)
        .bind(2, time)
        .map((row, context) -> chunk(row, time))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static Optional<Found> chunk(ResultSet row, long time) throws SQLException {
    byte[] data = row.getBytes("data");
    boolean has =
        has(data, time, row.getLong("series_key"), row.getLong("from_ms"), row.getLong("until_ms"));
    return has
        ? Optional.of(
            new Found("chunk", row.getLong("leaf"), LedgerAdoption.facts(row).encode(), data, null))
        : Optional.empty();
  }

  private static @Nullable Found inTail(Handle handle, String device, long time) {
    return handle
        .createQuery(
            "SELECT tail.*, ledger_place.leaf FROM series JOIN tail USING (series_key) JOIN"
                + " ledger_place ON ledger_place.kind = ? AND record_key = series_key"
                + " WHERE series.kind = 1 AND device_id = ?")
        .bind(0, LedgerTables.TAIL)
        .bind(1, device)
        .map((row, context) -> {
          long sequence = row.getLong("seq");
          byte[] data = row.getBytes("data");
          return has(data, time, row.getLong("series_key"), sequence)
              ? Optional.of(
                  new Found(
                      "tail",
                      row.getLong("leaf"),
                      RecordHash.tailFacts(Schema.READING.id(), device, sequence),
                      data,
                      null))
              : Optional.<Found>empty();
        })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static boolean has(byte[] data, long time, long... place) {
    try {
      Rows rows = RowsCodec.decodeTimes(data, place);
      return rows.find(time) >= 0;
    } catch (DamagedException damaged) {
      return false;
    }
  }

  private static long place(Handle handle, int kind, long key) {
    return handle
        .createQuery("SELECT leaf FROM ledger_place WHERE kind = ? AND record_key = ?")
        .bind(0, kind)
        .bind(1, key)
        .mapTo(Long.class)
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("The ledger does not speak of it."));
  }

  private static ProofText proof(Handle handle, Found found, long time) {
    LedgerView view = new LedgerView(handle);
    StoredCheckpoint newest = view.newestCheckpoint();
    VerifierKey key = key(handle, view);
    if (newest == null || key == null || newest.size() <= found.leaf) {
      throw new IllegalArgumentException(
          "It is in leaf %d, which no checkpoint has signed yet. Ask again in a minute."
              .formatted(found.leaf));
    }
    byte[] content = found.words;
    if (content == null) {
      var leaf = view.leaf(found.leaf);
      content = leaf == null ? new byte[0] : leaf.data();
    }
    return new ProofText(
        found.kind,
        time,
        key,
        found.leaf,
        content,
        found.facts,
        found.data,
        new Proofs(view).inclusion(found.leaf, newest.size()),
        SignedNote.parse(newest.note()));
  }

  static @Nullable VerifierKey key(Handle handle, LedgerView view) {
    Long leaf =
        handle
            .createQuery("SELECT leaf FROM ledger_place WHERE kind = ?")
            .bind(0, LedgerTables.KEY)
            .mapTo(Long.class)
            .findOne()
            .orElse(null);
    String text =
        switch (leaf == null ? null : view.words(leaf)) {
          case Leaf.Genesis genesis -> genesis.key();
          case Leaf.NewKey other -> other.key();
          case null, default -> "";
        };
    return text.isEmpty() ? null : VerifierKey.parse(text);
  }
}
