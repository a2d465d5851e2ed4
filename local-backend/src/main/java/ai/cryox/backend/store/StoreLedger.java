package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.Leaf.Change;
import ai.cryox.backend.ledger.LedgerSigner;
import ai.cryox.backend.ledger.RecordHash;
import ai.cryox.backend.ledger.RecordHash.ChunkFacts;
import ai.cryox.backend.series.ChunkHeader;
import ai.cryox.backend.series.Series;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.Proofs;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.TreeHash;
import ai.cryox.core.ledger.VerifierKey;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a leaf of everything that a transaction stores, in the same transaction; and every minute
/// a signed checkpoint of what there is. Belongs to the writer's thread.
///
/// Stations of the store tell it what they write; alarm transitions and audit lines it finds by
/// itself, just before the commit. The first transaction takes over what was there before.
public final class StoreLedger implements SqliteDatabase.Participant {
  /// Clocks are set by a little now and then.
  static final long SMALLEST_STEP_BACK_MILLIS = 10_000;

  private final LedgerTables tables;
  private final Checkpoints checkpoints;
  private final LedgerBreaks breaks;
  private final RecordHash hashing;
  private final boolean off;
  private final TreeHash tree = new TreeHash();
  private final List<Change> changes = new ArrayList<>();
  private long sequence;
  private @Nullable Hash logHash;
  private LedgerState state;
  private LedgerState next;
  private @Nullable Instant now;
  private Leaf.@Nullable Rewound rewound;

  /// @param state what the file holds
  /// @param signer `null` = no checkpoints are made
  /// @param off `true` keeps no ledger, if there is none yet: to measure what it costs
  StoreLedger(
      LedgerTables tables,
      LedgerState state,
      @Nullable LedgerSigner signer,
      LedgerBreaks breaks,
      boolean off) {
    this.tables = tables;
    this.hashing = tables.hashing();
    this.state = state;
    this.next = state.copy();
    this.checkpoints = new Checkpoints(tables, signer);
    this.breaks = breaks;
    this.off = off && !state.hasBegun();
  }

  /// What does not agree with the ledger.
  public LedgerBreaks breaks() {
    return breaks;
  }

  /// The newest checkpoint that this process has made durable; `null` if it has made none. Any
  /// thread.
  public @Nullable SignedNote newest() {
    return checkpoints.newest();
  }

  /// The public half of the key that signs; `null` = nobody does.
  public @Nullable VerifierKey key() {
    return checkpoints.key();
  }

  /// Which ledger it is; empty before the first transaction.
  public String origin() {
    return state.origin;
  }

  /// Says what time it is, as a transaction begins; the first time, takes over what is there.
  void at(Instant at) throws SQLException {
    now = at;
    if (off) {
      return;
    }
    VerifierKey key = key();
    if (!next.hasBegun()) {
      begin(key, at.toEpochMilli());
    } else if (key != null && !next.key.equals(key.toString())) {
      changeKey(key.toString(), at.toEpochMilli());
    }
    Leaf.Rewound back = rewound;
    if (back != null) {
      add(new Leaf.Rewound(at.toEpochMilli(), back.size(), back.root()));
    }
  }

  private void begin(@Nullable VerifierKey key, long at) throws SQLException {
    next.origin = key == null ? "cryox.ledger/unsigned-" + random() : key.name();
    next.key = key == null ? "" : key.toString();
    next.lastAt = at;
    LedgerAdoption adoption = new LedgerAdoption(tables.writer(), this);
    tables.place(LedgerTables.KEY, 0, next.frontier.size());
    add(new Leaf.Genesis(at, next.origin, next.key, adoption.chunks()));
    adoption.takeOver(at);
  }

  private void changeKey(String key, long at) throws SQLException {
    if (!next.key.isEmpty()) {
      breaks.found(
          new Finding(
              "the ledger's key",
              null,
              null,
              "it is not the one that signed before; another was found in the data folder or made",
              "if nobody changed it on purpose, restore the key file from a backup"));
    }
    tables.place(LedgerTables.KEY, 0, next.frontier.size());
    add(new Leaf.NewKey(at, key));
    next.key = key;
  }

  private static String random() {
    byte[] bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Compares the ledger with its head that is kept apart, before the pipeline starts. If the two
  /// do not agree, the next transaction says so in a leaf, and the ledger goes on.
  ///
  /// @return what does not agree, in words; empty = they agree, or nobody can say any more
  public String compareWith(Checkpoint head) {
    String disagreement = disagreement(head);
    if (!disagreement.isEmpty()) {
      rewound = new Leaf.Rewound(0, head.size(), head.root());
    }
    return disagreement;
  }

  private String disagreement(Checkpoint head) {
    long size = state.frontier.size();
    if (head.size() > size) {
      return "the data are older than its head: it had %d leaves at %s and has %d, the newest of %s; what was stored in between is gone"
          .formatted(head.size(), head.at(), size, Instant.ofEpochMilli(state.lastAt));
    }
    try {
      Hash root = new Proofs(new LedgerView(tables.writer())).root(head.size());
      return root.equals(head.root())
          ? ""
          : "its first %d leaves are not those that its head of %s was made of"
              .formatted(head.size(), head.at());
    } catch (StoreException forgotten) {
      return "";
    }
  }

  /// A chunk is being sealed.
  ///
  /// @return its number, or 0 if the ledger has not begun
  long sealed(Series series, ChunkHeader header, byte[] data) {
    if (!next.hasBegun()) {
      return 0;
    }
    ChunkFacts facts = facts(series.schema().id(), series.deviceId(), header);
    return sealed(series.key(), facts, data);
  }

  static ChunkFacts facts(int kind, String deviceId, ChunkHeader header) {
    return new ChunkFacts(
        kind,
        deviceId,
        header.from(),
        header.until(),
        header.count(),
        header.values(),
        header.smallest(),
        header.largest(),
        header.sum());
  }

  long sealed(long series, ChunkFacts facts, byte[] data) {
    next.totals = next.totals.plus(1, 0, 0, 0);
    long seal = next.totals.seals();
    changes.add(
        new Leaf.Sealed(
            seal, series, facts.from(), facts.until(), facts.rows(), hashing.chunk(facts, data)));
    return seal;
  }

  /// A chunk is being removed.
  ///
  /// @param seal 0 if the ledger does not know it
  /// @param expired whether its time was over; else its rows are in other chunks
  void removed(long seal, boolean expired) {
    if (next.hasBegun() && seal > 0) {
      next.totals = next.totals.plus(0, 1, 0, 0);
      changes.add(new Leaf.Removed(seal, expired));
    }
  }

  /// What of a series is not sealed is being saved.
  void tail(Series series, long seq, byte[] data) {
    if (next.hasBegun()) {
      tail(series.key(), series.schema().id(), series.deviceId(), seq, data);
    }
  }

  void tail(long series, int kind, String deviceId, long seq, byte[] data) {
    changes.add(new Leaf.Tail(series, seq, hashing.tail(kind, deviceId, seq, data)));
  }

  /// A row is being added to the log.
  void logged(long seq, byte[] data) {
    if (next.hasBegun()) {
      sequence = seq;
      logHash = hashing.log(seq, data);
      next.logFirst = next.logFirst == 0 ? seq : next.logFirst;
    }
  }

  /// Rows are being deleted from the front of the log.
  void logBegins(long first) {
    next.logFirst = first;
  }

  @Override
  public void write() throws SQLException {
    if (!next.hasBegun()) {
      return;
    }
    Instant at = now;
    long millis = at == null ? next.lastAt : at.toEpochMilli();
    addRows();
    if (next.lastAt - millis >= SMALLEST_STEP_BACK_MILLIS) {
      clockWentBack(millis);
    }
    boolean moved = next.logFirst != state.logFirst || next.frontier.size() > state.frontier.size();
    if (sequence > 0 || !changes.isEmpty() || moved) {
      endRound(millis);
    }
    checkpoints.signIfDue(next, millis);
  }

  private void addRows() throws SQLException {
    for (LedgerTables.Row row : tables.alarmsAfter(next.lastAlarm)) {
      add(row, KeptLeaf.Kind.ALARM, LedgerTables.ALARM);
      next.lastAlarm = row.key();
      next.totals = next.totals.plus(0, 0, 1, 0);
    }
    for (LedgerTables.Row row : tables.auditsAfter(next.lastAudit)) {
      add(row, KeptLeaf.Kind.AUDIT, LedgerTables.AUDIT);
      next.lastAudit = row.key();
      next.totals = next.totals.plus(0, 0, 0, 1);
    }
  }

  private void add(LedgerTables.Row row, KeptLeaf.Kind kind, int placeKind) throws SQLException {
    long number = next.frontier.size();
    Hash hash = row.leafHash(hashing);
    tables.insert(KeptLeaf.ofRow(number, kind, row.key(), hash, row.name()));
    tables.place(placeKind, row.key(), number);
    next.frontier.add(hash);
  }

  private void add(Leaf words) throws SQLException {
    KeptLeaf leaf = KeptLeaf.of(next.frontier.size(), words);
    tables.insert(leaf);
    next.frontier.add(tree.leaf(leaf.data()));
  }

  private void clockWentBack(long millis) {
    changes.add(new Leaf.ClockSet(next.lastAt));
    breaks.found(
        new Finding(
            "leaf %d of the ledger".formatted(next.frontier.size()),
            null,
            null,
            "the clock of this machine was set back, from %s to %s"
                .formatted(Instant.ofEpochMilli(next.lastAt), Instant.ofEpochMilli(millis)),
            "what was stored around that moment has doubtful times"));
  }

  /// Says in one leaf what was told since the last one.
  void endRound(long millis) throws SQLException {
    long number = next.frontier.size();
    for (Change change : changes) {
      switch (change) {
        case Leaf.Sealed sealed -> tables.sealed(sealed.seal(), number);
        case Leaf.Removed removed -> tables.removed(removed.seal(), number);
        case Leaf.Tail tail -> tables.place(LedgerTables.TAIL, tail.series(), number);
        case Leaf.ClockSet _ -> {}
      }
    }
    add(
        new Leaf.Round(
            millis, sequence, logHash, next.logFirst, next.totals, List.copyOf(changes)));
    next.lastAt = millis;
    forget();
  }

  /// The next transaction signs what there is, however little time has passed.
  void signAtOnce() {
    checkpoints.signAtOnce();
  }

  @Override
  public void committed() {
    state = next;
    next = state.copy();
    forget();
    rewound = null;
    checkpoints.committed();
  }

  @Override
  public void rolledBack() {
    next = state.copy();
    forget();
    checkpoints.rolledBack();
  }

  private void forget() {
    changes.clear();
    sequence = 0;
    logHash = null;
  }
}
