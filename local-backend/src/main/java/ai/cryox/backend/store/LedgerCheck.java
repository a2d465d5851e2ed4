package ai.cryox.backend.store;

import ai.cryox.backend.ledger.KeptLeaf;
import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.LeafBlock;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.store.LedgerView.PackedBlock;
import ai.cryox.backend.store.LedgerView.StoredCheckpoint;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Frontier;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.TreeHash;
import ai.cryox.core.ledger.VerifierKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Verifies everything that is stored against the ledger, leaf by leaf: that the tree is the one
/// that was signed, and that each record is what its leaf says. Goes on slice by slice, each in a
/// transaction of its own, so that a backend may go on writing. One thread.
public final class LedgerCheck {
  private final Consumer<Finding> findings;
  private final Consumer<String> notes;
  private final Set<String> told = new HashSet<>();
  private final LedgerRecords records;
  private LedgerPass pass = new LedgerPass();

  /// As it was where the block began that is being looked at.
  private LedgerPass blockStart = new LedgerPass();

  private long packedBlock = -1;
  private long checkpoints;
  private long leaves;

  /// @param findings told what does not agree, each once
  /// @param notes told a sentence for what a reader should know
  public LedgerCheck(Consumer<Finding> findings, Consumer<String> notes) {
    this.findings = findings;
    this.notes = notes;
    this.records = new LedgerRecords(this::found);
  }

  /// Looks at everything.
  public LedgerReport run(Snapshots file) {
    boolean more = true;
    while (more) {
      more = file.read(handle -> step(handle, LeafBlock.LEAVES, Integer.MAX_VALUE));
    }
    return report();
  }

  /// What was met so far.
  public LedgerReport report() {
    return new LedgerReport(
        leaves,
        checkpoints,
        pass.rightSize,
        records.readings(),
        records.chunks(),
        records.alarms(),
        records.audits(),
        told.size());
  }

  /// The public key that signs, by the ledger's own words; `null` if nobody does.
  public @Nullable VerifierKey key() {
    return pass.key;
  }

  /// Which ledger it is; empty if there is none.
  public String origin() {
    return pass.origin;
  }

  /// Looks at a little.
  ///
  /// @param snapshots each call may see a newer state
  /// @return whether there is more
  public boolean step(Snapshots snapshots, int mostLeaves, int mostChunks) {
    return snapshots.read(handle -> step(handle, mostLeaves, mostChunks));
  }

  private boolean step(Handle handle, int mostLeaves, int mostChunks) {
    LedgerView view = new LedgerView(handle);
    leaves = view.size();
    records.look(handle, view.newestRound());
    if (pass.frontier.size() >= leaves) {
      if (leaves > 0) {
        records.finish(pass);
        requireSignature(view);
      }
      return false;
    }
    long block = pass.frontier.size() / LeafBlock.LEAVES;
    long end = (block + 1) * LeafBlock.LEAVES;
    PackedBlock packed = view.block(block).orElse(null);
    if (pass.frontier.size() % LeafBlock.LEAVES == 0) {
      blockStart = pass.copy();
    } else if (packed != null && packedBlock != block) {
      // It was packed since the last look: what was met of it cannot be told apart any more.
      pass = blockStart.copy();
    }
    Function<Long, @Nullable StoredCheckpoint> signed = signed(view, end);
    int chunksBefore = records.looked();
    long from = pass.frontier.size();
    for (Part part : packed == null ? open(view, end) : unpack(packed, block)) {
      if (part.first >= pass.frontier.size()) {
        if (pass.frontier.size() - from >= mostLeaves
            || records.looked() - chunksBefore >= mostChunks) {
          break;
        }
        take(part, signed);
      }
    }
    if (pass.frontier.size() == from) {
      // Somebody changed the block while it was being looked at.
      pass = blockStart.copy();
    }
    return true;
  }

  private Function<Long, @Nullable StoredCheckpoint> signed(LedgerView view, long end) {
    Map<Long, StoredCheckpoint> bySize =
        view.checkpoints(pass.frontier.size() + 1, end).stream()
            .collect(Collectors.toMap(StoredCheckpoint::size, one -> one));
    return bySize::get;
  }

  /// Some leaves, known by their root alone, or one that is kept.
  private record Part(long first, int level, Hash root, @Nullable KeptLeaf leaf) {}

  private List<Part> open(LedgerView view, long end) {
    List<Part> parts = new ArrayList<>();
    for (KeptLeaf leaf : view.leaves(pass.frontier.size(), LeafBlock.LEAVES)) {
      if (leaf.number() < end) {
        parts.add(new Part(leaf.number(), 0, view.hash(leaf), leaf));
      }
    }
    if (parts.isEmpty()) {
      LedgerView.fill(pass.frontier, end, this::missing);
    }
    return parts;
  }

  private List<Part> unpack(PackedBlock packed, long block) {
    packedBlock = block;
    long first = block * LeafBlock.LEAVES;
    List<Part> parts = new ArrayList<>();
    Frontier whole = new Frontier();
    TreeHash hashing = new TreeHash();
    try {
      LeafBlock.walk(
          packed.data(),
          first,
          new LeafBlock.Visitor() {
            @Override
            public void pruned(int level, Hash root) {
              parts.add(new Part(first + whole.size(), level, root, null));
              whole.add(level, root);
            }

            @Override
            public void leaf(KeptLeaf leaf) {
              parts.add(new Part(leaf.number(), 0, LedgerView.hash(leaf, hashing), leaf));
              whole.add(LedgerView.hash(leaf, hashing));
            }
          });
      if (whole.root().equals(Hash.of(packed.root()))) {
        return parts;
      }
      broken("block %d of the ledger".formatted(block), "its root is not that of its leaves");
    } catch (DamagedException damaged) {
      broken("block %d of the ledger".formatted(block), String.valueOf(damaged.getMessage()));
    }
    return List.of(new Part(first, LeafBlock.LEVEL, Hash.of(packed.root()), null));
  }

  private void take(Part part, Function<Long, @Nullable StoredCheckpoint> signed) {
    LedgerView.fill(pass.frontier, part.first, this::missing);
    pass.frontier.add(part.level, part.root);
    KeptLeaf leaf = part.leaf;
    if (leaf != null) {
      take(leaf);
    }
    StoredCheckpoint checkpoint = signed.apply(pass.frontier.size());
    if (checkpoint != null) {
      verify(checkpoint);
    }
  }

  private void missing(long leaf) {
    broken("leaf %d of the ledger".formatted(leaf), "it is missing");
  }

  private void take(KeptLeaf leaf) {
    if (leaf.kind() != KeptLeaf.Kind.WORDS) {
      records.row(leaf, pass);
      return;
    }
    try {
      switch (Leaf.decode(leaf.data())) {
        case Leaf.Genesis genesis -> {
          pass.origin = genesis.origin();
          pass.lastAt = genesis.at();
          changeKey(genesis.key());
          if (leaf.number() > 0) {
            broken(name(leaf), "a ledger begins only once");
          }
          notes.accept(
              "The ledger begins at %s; %d chunks that were there before are in it as they were found then."
                  .formatted(Instant.ofEpochMilli(genesis.at()), genesis.chunks()));
        }
        case Leaf.NewKey other -> {
          changeKey(other.key());
          notes.accept(
              "%s, %s: another key signs from here on, %s."
                  .formatted(name(leaf), Instant.ofEpochMilli(other.at()), other.key()));
        }
        case Leaf.Rewound rewound ->
            notes.accept(
                "%s, %s: the data were older than the ledger's head, or not those it was made of; the head spoke of %d leaves."
                    .formatted(name(leaf), Instant.ofEpochMilli(rewound.at()), rewound.size()));
        case Leaf.Round round -> round(leaf, round);
      }
    } catch (DamagedException damaged) {
      broken(name(leaf), String.valueOf(damaged.getMessage()));
    }
  }

  private void changeKey(String text) {
    try {
      pass.key = text.isEmpty() ? null : VerifierKey.parse(text);
    } catch (IllegalArgumentException noKey) {
      broken("the ledger's key", String.valueOf(noKey.getMessage()));
    }
  }

  private void round(KeptLeaf leaf, Leaf.Round round) {
    boolean explained = false;
    for (Leaf.Change change : round.changes()) {
      if (change instanceof Leaf.ClockSet set) {
        explained = true;
        notes.accept(
            "%s: the clock was set back, from %s to %s."
                .formatted(
                    name(leaf),
                    Instant.ofEpochMilli(set.before()),
                    Instant.ofEpochMilli(round.at())));
      }
    }
    if (round.at() < pass.lastAt - StoreLedger.SMALLEST_STEP_BACK_MILLIS && !explained) {
      broken(name(leaf), "its time is before that of the leaf before it");
    }
    pass.lastAt = round.at();
    records.round(leaf.number(), round, pass);
  }

  private void verify(StoredCheckpoint stored) {
    String name = "the checkpoint of %d leaves".formatted(stored.size());
    VerifierKey key = pass.key;
    try {
      SignedNote note = SignedNote.parse(stored.note());
      Checkpoint said = Checkpoint.parse(note.text());
      if (key == null || !note.isSignedBy(key)) {
        broken(name, "it is not signed by the ledger's key");
      } else if (said.size() != stored.size()
          || said.at().toEpochMilli() != stored.at()
          || !said.origin().equals(pass.origin)) {
        broken(name, "it was signed as another one");
      } else if (!said.root().equals(pass.frontier.root())) {
        broken(
            name,
            "the leaves are not those that were signed at %s; the last ones that are were %d"
                .formatted(said.at(), pass.rightSize));
      } else {
        checkpoints++;
        pass.rightSize = stored.size();
      }
    } catch (IllegalArgumentException unreadable) {
      broken(name, String.valueOf(unreadable.getMessage()));
    }
  }

  private void requireSignature(LedgerView view) {
    if (pass.key != null && view.newestCheckpoint() == null) {
      broken("the ledger", "it has a key, and no checkpoint");
    }
  }

  private static String name(KeptLeaf leaf) {
    return "leaf %d of the ledger".formatted(leaf.number());
  }

  private void broken(String record, String what) {
    found(new Finding(record, null, null, what, LedgerProof.ADVICE));
  }

  private void found(Finding finding) {
    if (told.add(finding.sentence())) {
      findings.accept(finding);
    }
  }
}
