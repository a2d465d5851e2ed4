package ai.cryox.backend.report;

import ai.cryox.backend.ledger.Leaf;
import ai.cryox.backend.ledger.RecordHash;
import ai.cryox.backend.ledger.RecordHash.ChunkFacts;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.Schema;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.ProofCheck;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.TreeHash;
import ai.cryox.core.ledger.VerifierKey;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the proof in a report: compares the readings in its data with what the ledger was given,
/// and follows that up to the checkpoint that was signed. One use, one thread.
final class LedgerPart {
  private static final int LARGEST_BLOCK = 1 << 26;
  private static final int DEEPEST = 64;

  private final DataInputStream in;
  private final @Nullable CsvReadings csv;
  private final RecordHash hashing = new RecordHash();
  private final TreeHash tree = new TreeHash();
  private final Map<Long, List<Hash>> claims = new HashMap<>();
  private final Map<Long, Hash> leaves = new HashMap<>();
  private final ReadingsVerdict verdict = new ReadingsVerdict();
  private String facilityId = "";

  /// @param csv the data it is about, or `null` if they are no readings
  LedgerPart(DataInputStream in, @Nullable CsvReadings csv) {
    this.in = in;
    this.csv = csv;
  }

  /// What it proves.
  ///
  /// @param readings how the readings agree
  /// @param leaves those that speak of them, with their hashes, by number
  /// @param older a checkpoint of before that was shown to be its beginning, or `null`
  record Proven(
      VerifierKey key,
      Checkpoint checkpoint,
      @Nullable Checkpoint older,
      ReadingsVerdict readings,
      Map<Long, Hash> leaves) {}

  /// Reads all of it.
  ///
  /// @throws DamagedException if it proves nothing, with the reason
  /// @throws IOException if it cannot be read
  Proven read() throws DamagedException, IOException {
    try {
      if (!in.readUTF().equals(ProofWriter.TITLE)) {
        throw new DamagedException("it is of a kind that this version does not know");
      }
      facilityId = in.readUTF();
      Unit unit = null;
      while (true) {
        byte kind = in.readByte();
        switch (kind) {
          case ProofWriter.UNIT -> {
            compare(unit);
            unit = new Unit(in.readUTF(), in.readLong(), in.readLong());
          }
          case ProofWriter.CHUNK -> chunk(required(unit));
          case ProofWriter.TAIL -> tail(required(unit));
          case ProofWriter.HEAD -> {
            compare(unit);
            return head();
          }
          default -> throw new DamagedException("an unknown part " + kind);
        }
      }
    } catch (EOFException cut) {
      throw new DamagedException("it ends too early", cut);
    } catch (IllegalArgumentException unreadable) {
      throw new DamagedException(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  private final class Unit {
    private final String deviceId;
    private final ProvenRows rows;

    Unit(String deviceId, long from, long until) {
      this.deviceId = deviceId;
      this.rows = new ProvenRows(facilityId, from, until);
    }
  }

  private static Unit required(@Nullable Unit unit) throws DamagedException {
    if (unit == null) {
      throw new DamagedException("readings without a unit");
    }
    return unit;
  }

  private void chunk(Unit unit) throws IOException, DamagedException {
    long leaf = in.readLong();
    long series = in.readLong();
    ChunkFacts facts = ChunkFacts.decode(block());
    byte[] data = block();
    if (facts.kind() != Schema.READING.id() || !facts.deviceId().equals(unit.deviceId)) {
      throw new DamagedException("a chunk of another unit");
    }
    claim(leaf, hashing.chunk(facts, data));
    unit.rows.chunk(series, facts, data);
  }

  private void tail(Unit unit) throws IOException, DamagedException {
    long leaf = in.readLong();
    long series = in.readLong();
    long sequence = in.readLong();
    byte[] data = block();
    claim(leaf, hashing.tail(Schema.READING.id(), unit.deviceId, sequence, data));
    unit.rows.tail(series, sequence, data);
  }

  private void claim(long leaf, Hash hash) {
    claims.computeIfAbsent(leaf, one -> new ArrayList<>()).add(hash);
  }

  private byte[] block() throws IOException, DamagedException {
    int length = in.readInt();
    if (length < 0 || length > LARGEST_BLOCK) {
      throw new DamagedException("a part of %d bytes".formatted(length));
    }
    return in.readNBytes(length);
  }

  private void compare(@Nullable Unit unit) throws IOException, DamagedException {
    if (unit != null && csv != null) {
      verdict.compare(unit.deviceId, unit.rows, csv);
    }
  }

  private Proven head() throws IOException, DamagedException {
    VerifierKey key = VerifierKey.parse(in.readUTF());
    Checkpoint checkpoint = signed(text(), key);
    String older = text();
    List<Hash> consistency = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      consistency.add(hash());
    }
    Hash root = root(0, checkpoint.size(), 0);
    if (!root.equals(checkpoint.root())) {
      throw new DamagedException("its tree is not the one that was signed");
    }
    for (Map.Entry<Long, List<Hash>> claim : claims.entrySet()) {
      if (claim.getKey() >= checkpoint.size()) {
        verdict.unsigned(claim.getValue().size());
      } else if (!claim.getValue().isEmpty()) {
        throw new DamagedException(
            "leaf %d of the ledger speaks of other readings".formatted(claim.getKey()));
      }
    }
    return new Proven(
        key,
        checkpoint,
        older.isEmpty() ? null : older(signed(older, key), checkpoint, consistency),
        verdict,
        leaves);
  }

  private static Checkpoint signed(String text, VerifierKey key) throws DamagedException {
    SignedNote note = SignedNote.parse(text);
    if (!note.isSignedBy(key)) {
      throw new DamagedException("its checkpoint is not signed by its key");
    }
    return Checkpoint.parse(note.text());
  }

  private static Checkpoint older(Checkpoint older, Checkpoint newer, List<Hash> proof)
      throws DamagedException {
    if (!new ProofCheck()
        .isConsistent(older.size(), older.root(), newer.size(), newer.root(), proof)) {
      throw new DamagedException(
          "the ledger of %s is not the beginning of that of %s".formatted(older.at(), newer.at()));
    }
    return older;
  }

  private String text() throws IOException, DamagedException {
    return new String(block(), StandardCharsets.UTF_8);
  }

  private Hash hash() throws IOException {
    byte[] bytes = in.readNBytes(Hash.BYTES);
    if (bytes.length < Hash.BYTES) {
      throw new EOFException();
    }
    return Hash.of(bytes);
  }

  private Hash root(long from, long until, int depth) throws IOException, DamagedException {
    if (depth > DEEPEST) {
      throw new DamagedException("its tree is too deep");
    }
    return switch (in.readByte()) {
      case ProofWriter.PRUNED -> hash();
      case ProofWriter.LEAF -> {
        if (until - from != 1) {
          throw new DamagedException("a leaf where there are many");
        }
        yield leaf(from, block());
      }
      case ProofWriter.PARENT -> {
        if (until - from < 2) {
          throw new DamagedException("halves where there are none");
        }
        long middle = from + Long.highestOneBit(until - from - 1);
        Hash left = root(from, middle, depth + 1);
        yield tree.node(left, root(middle, until, depth + 1));
      }
      default -> throw new DamagedException("an unknown part of the tree");
    };
  }

  private Hash leaf(long number, byte[] words) throws DamagedException {
    List<Hash> claimed = claims.get(number);
    if (claimed != null && Leaf.decode(words) instanceof Leaf.Round round) {
      for (Leaf.Change change : round.changes()) {
        switch (change) {
          case Leaf.Sealed sealed -> claimed.remove(sealed.hash());
          case Leaf.Tail tail -> claimed.remove(tail.hash());
          case Leaf.Removed _, Leaf.ClockSet _ -> {}
        }
      }
    }
    Hash hash = tree.leaf(words);
    leaves.put(number, hash);
    return hash;
  }
}
