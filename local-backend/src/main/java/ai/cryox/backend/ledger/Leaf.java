package ai.cryox.backend.ledger;

import ai.cryox.backend.series.DamagedException;
import ai.cryox.core.ledger.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A leaf that the ledger keeps word for word. The leaves of alarm transitions and audit lines are
/// not: their words are those of the row itself ({@link RecordHash#row}).
public sealed interface Leaf {
  /// When it was written, by the backend's clock, epoch milliseconds.
  long at();

  /// The first leaf of a ledger.
  ///
  /// @param origin which ledger
  /// @param key who signs, as `name+id+key`; empty = nobody does
  /// @param chunks that were there before there was a ledger; each is taken over as it was found
  record Genesis(long at, String origin, String key, long chunks) implements Leaf {}

  /// From here on another key signs.
  ///
  /// @param key as `name+id+key`
  record NewKey(long at, String key) implements Leaf {}

  /// The data were found to be older than the ledger's head that is kept apart: what lay between
  /// the two is gone, and the ledger goes on from the older state.
  ///
  /// @param size the head's
  /// @param root the head's
  record Rewound(long at, long size, Hash root) implements Leaf {}

  /// How much the ledger speaks of, up to and with a round.
  ///
  /// @param seals chunks that were sealed
  /// @param removed chunks that were removed in order
  /// @param alarms alarm transitions
  /// @param audits lines of the audit trail
  record Totals(long seals, long removed, long alarms, long audits) {
    /// Nothing yet.
    public static final Totals NONE = new Totals(0, 0, 0, 0);

    /// With more.
    public Totals plus(long moreSeals, long moreRemoved, long moreAlarms, long moreAudits) {
      return new Totals(
          seals + moreSeals, removed + moreRemoved, alarms + moreAlarms, audits + moreAudits);
    }
  }

  /// The last leaf of each transaction.
  ///
  /// @param sequence of the log row it added; 0 = none
  /// @param logHash of that row, or `null`
  /// @param logFirst the first row that the log has then
  /// @param changes what became of other records
  record Round(
      long at,
      long sequence,
      @Nullable Hash logHash,
      long logFirst,
      Totals totals,
      List<Change> changes)
      implements Leaf {
    /// Whether it speaks of nothing but a row of the log, which need not be remembered when the
    /// row's own rows are in chunks.
    public boolean isPassing() {
      return changes.isEmpty();
    }
  }

  /// What became of a record.
  sealed interface Change {}

  /// A chunk was sealed, or taken over.
  ///
  /// @param seal its number: 1, 2, 3 …
  /// @param series its key
  /// @param from its first row, epoch milliseconds
  /// @param until its last row, epoch milliseconds
  /// @param rows how many
  record Sealed(long seal, long series, long from, long until, long rows, Hash hash)
      implements Change {}

  /// A chunk was removed.
  ///
  /// @param expired `true` its time was over; `false` its rows are in other chunks now
  record Removed(long seal, boolean expired) implements Change {}

  /// A series' unsealed rows were saved, in place of those saved before.
  record Tail(long series, long sequence, Hash hash) implements Change {}

  /// The clock was set back.
  ///
  /// @param before what it had said
  record ClockSet(long before) implements Change {}

  /// The version of the format that is written.
  int VERSION = 1;

  /// The bytes that are hashed.
  default byte[] encode() {
    LeafWriter out = new LeafWriter().one(VERSION);
    switch (this) {
      case Genesis genesis ->
          out.one(1)
              .number(genesis.at)
              .text(genesis.origin)
              .text(genesis.key)
              .number(genesis.chunks);
      case NewKey other -> out.one(2).number(other.at).text(other.key);
      case Rewound rewound -> out.one(3).number(rewound.at).number(rewound.size).hash(rewound.root);
      case Round round -> {
        Totals totals = round.totals;
        out.one(4).number(round.at).number(round.sequence);
        if (round.logHash != null) {
          out.hash(round.logHash);
        }
        out.number(round.logFirst)
            .number(totals.seals)
            .number(totals.removed)
            .number(totals.alarms)
            .number(totals.audits)
            .number(round.changes.size());
        round.changes.forEach(change -> write(change, out));
      }
    }
    return out.toArray();
  }

  private static void write(Change change, LeafWriter out) {
    switch (change) {
      case Sealed sealed ->
          out.one(1)
              .number(sealed.seal)
              .number(sealed.series)
              .signed(sealed.from)
              .number(sealed.until - sealed.from)
              .number(sealed.rows)
              .hash(sealed.hash);
      case Removed removed -> out.one(removed.expired ? 3 : 2).number(removed.seal);
      case Tail tail -> out.one(4).number(tail.series).number(tail.sequence).hash(tail.hash);
      case ClockSet set -> out.one(5).number(set.before);
    }
  }

  /// Reads the bytes.
  ///
  /// @throws DamagedException if they are not those of a leaf
  static Leaf decode(byte[] bytes) throws DamagedException {
    LeafReader in = new LeafReader(bytes);
    int version = in.one();
    if (version != VERSION) {
      throw new DamagedException("a leaf of an unknown version " + version);
    }
    int kind = in.one();
    Leaf leaf =
        switch (kind) {
          case 1 -> new Genesis(in.number(), in.text(), in.text(), in.number());
          case 2 -> new NewKey(in.number(), in.text());
          case 3 -> new Rewound(in.number(), in.number(), in.hash());
          case 4 -> round(in);
          default -> throw new DamagedException("an unknown kind of leaf " + kind);
        };
    if (!in.isAtEnd()) {
      throw new DamagedException("a leaf with something after its end");
    }
    return leaf;
  }

  private static Round round(LeafReader in) throws DamagedException {
    long at = in.number();
    long sequence = in.number();
    Hash logHash = sequence == 0 ? null : in.hash();
    long first = in.number();
    Totals totals = new Totals(in.number(), in.number(), in.number(), in.number());
    List<Change> changes = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      changes.add(change(in));
    }
    return new Round(at, sequence, logHash, first, totals, changes);
  }

  private static Change change(LeafReader in) throws DamagedException {
    int kind = in.one();
    return switch (kind) {
      case 1 -> {
        long seal = in.number();
        long series = in.number();
        long from = in.signed();
        yield new Sealed(seal, series, from, from + in.number(), in.number(), in.hash());
      }
      case 2 -> new Removed(in.number(), false);
      case 3 -> new Removed(in.number(), true);
      case 4 -> new Tail(in.number(), in.number(), in.hash());
      case 5 -> new ClockSet(in.number());
      default -> throw new DamagedException("an unknown kind of change " + kind);
    };
  }
}
