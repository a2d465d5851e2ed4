package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.store.LedgerView.StoredCheckpoint;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.Proofs;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.TreeHash;
import ai.cryox.core.ledger.VerifierKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Takes out of a ledger what proves some of its leaves to others: the newest checkpoint, those
/// leaves word for word, and the roots of everything between them. One thread.
public final class LedgerExtract {
  private final Snapshots file;

  /// @param file a data file, in use or not
  public LedgerExtract(Snapshots file) {
    this.file = file;
  }

  /// Who signs what.
  ///
  /// @param note the newest checkpoint, signed
  /// @param checkpoint what it says
  /// @param older a signed checkpoint of before, or `null` if there is none
  /// @param consistency that the ledger of the older one is the beginning of the newest one's
  public record Head(
      VerifierKey key,
      SignedNote note,
      Checkpoint checkpoint,
      @Nullable SignedNote older,
      List<Hash> consistency) {}

  /// Takes a tree's parts, parents before their two halves.
  public interface TreeTaker {
    /// Two halves follow.
    void parent();

    /// A part of which nothing is proven.
    void pruned(Hash root);

    /// A leaf that is proven.
    void leaf(byte[] words);
  }

  /// Tells of the tree that the newest checkpoint signs.
  ///
  /// @param wanted numbers of leaves in any order; those that are not signed yet are left out
  /// @param before an older checkpoint is looked for that is not newer than this
  /// @param heads told of the checkpoint before the tree
  /// @return empty if nothing is signed yet; then nothing was told
  /// @throws StoreException if the file cannot be read
  public Optional<Head> write(long[] wanted, Instant before, Consumer<Head> heads, TreeTaker tree) {
    return file.read(handle -> {
      LedgerView view = new LedgerView(handle);
      Optional<Head> found = head(handle, view, before);
      found.ifPresent(head -> {
        heads.accept(head);
        long size = head.checkpoint.size();
        long[] leaves = Arrays.stream(wanted).filter(leaf -> leaf < size).sorted().toArray();
        new Pruning(view, leaves, tree).write(0, size);
      });
      return found;
    });
  }

  private static Optional<Head> head(Handle handle, LedgerView view, Instant before) {
    StoredCheckpoint newest = view.newestCheckpoint();
    VerifierKey key = LedgerProofs.key(handle, view);
    if (newest == null || key == null || newest.size() == 0) {
      return Optional.empty();
    }
    SignedNote note = SignedNote.parse(newest.note());
    StoredCheckpoint older = older(handle, before.toEpochMilli(), newest.size());
    Optional<Older> known = older == null ? Optional.empty() : consistency(view, older, newest);
    return Optional.of(
        new Head(
            key,
            note,
            Checkpoint.parse(note.text()),
            known.map(Older::note).orElse(null),
            known.map(Older::proof).orElse(List.of())));
  }

  private record Older(SignedNote note, List<Hash> proof) {}

  private static Optional<Older> consistency(
      LedgerView view, StoredCheckpoint older, StoredCheckpoint newest) {
    try {
      return Optional.of(
          new Older(
              SignedNote.parse(older.note()),
              new Proofs(view).consistency(older.size(), newest.size())));
    } catch (StoreException forgotten) {
      return Optional.empty();
    }
  }

  /// The newest one not after that moment, or else the oldest.
  private static @Nullable StoredCheckpoint older(Handle handle, long millis, long below) {
    return handle
        .createQuery(
            """
            SELECT * FROM ledger_checkpoint WHERE size < ? AND size > 0
            ORDER BY at_ms > ?, CASE WHEN at_ms > ? THEN size ELSE -size END LIMIT 1\
            """)
        .bind(0, below)
        .bind(1, millis)
        .bind(2, millis)
        .map((row, context) ->
            new StoredCheckpoint(row.getLong("size"), row.getLong("at_ms"), row.getString("note")))
        .findOne()
        .orElse(null);
  }

  private record Pruning(LedgerView view, long[] leaves, TreeTaker tree, TreeHash hashing) {
    Pruning(LedgerView view, long[] leaves, TreeTaker tree) {
      this(view, leaves, tree, new TreeHash());
    }

    void write(long from, long until) {
      int first = Arrays.binarySearch(leaves, from);
      int at = first < 0 ? -first - 1 : first;
      if (at == leaves.length || leaves[at] >= until) {
        tree.pruned(root(from, until));
      } else if (until - from == 1) {
        leaf(from);
      } else {
        tree.parent();
        long middle = from + Long.highestOneBit(until - from - 1);
        write(from, middle);
        write(middle, until);
      }
    }

    private void leaf(long number) {
      KeptLeaf leaf = view.leaf(number);
      if (leaf == null || leaf.kind() != KeptLeaf.Kind.WORDS) {
        tree.pruned(view.node(0, number));
      } else {
        tree.leaf(leaf.data());
      }
    }

    private Hash root(long from, long until) {
      long size = until - from;
      if (Long.bitCount(size) == 1 && from % size == 0) {
        int level = Long.numberOfTrailingZeros(size);
        return view.node(level, from >>> level);
      }
      long middle = from + Long.highestOneBit(size - 1);
      return hashing.node(root(from, middle), root(middle, until));
    }
  }
}
