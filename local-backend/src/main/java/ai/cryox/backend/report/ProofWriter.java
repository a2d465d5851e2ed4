package ai.cryox.backend.report;

import ai.cryox.backend.store.LedgerExtract;
import ai.cryox.backend.store.SealedRows;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.SignedNote;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/// Writes a part of the proof that is attached to a report: what the ledger was given of a unit's
/// readings, byte for byte, or the tree that the ledger's newest checkpoint signs. docs/STORE.md
/// says how. One thread.
final class ProofWriter implements AutoCloseable {
  /// What the file begins with.
  static final String TITLE = "cryox.report-proof/1";

  static final byte UNIT = 'U';
  static final byte CHUNK = 'C';
  static final byte TAIL = 'T';
  static final byte HEAD = 'H';
  static final byte PRUNED = 0;
  static final byte LEAF = 1;
  static final byte PARENT = 2;

  private final Pieces pieces;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Set<Long> leaves = new HashSet<>();
  private final Set<String> told = new HashSet<>();

  /// @param pieces where it goes
  ProofWriter(Pieces pieces) {
    this.pieces = pieces;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (bytes.size() >= Pieces.ENOUGH) {
      hand();
    }
  }

  private void hand() {
    byte[] some = bytes.toByteArray();
    bytes.reset();
    pieces.hand(some);
  }

  /// What the whole file is about.
  void title(String facilityId) {
    write(() -> {
      out.writeUTF(TITLE);
      out.writeUTF(facilityId);
    });
  }

  /// Readings of a unit follow.
  ///
  /// @param from epoch milliseconds, the first that is in the data
  /// @param until epoch milliseconds, the first that is not
  void unit(String deviceId, long from, long until) {
    write(() -> {
      out.writeByte(UNIT);
      out.writeUTF(deviceId);
      out.writeLong(from);
      out.writeLong(until);
    });
  }

  /// Some of the unit's readings, once.
  void rows(SealedRows rows) {
    var facts = rows.facts();
    if (!told.add(rows.leaf() + " " + (facts == null ? "" : facts.from() + " " + facts.until()))) {
      return;
    }
    leaves.add(rows.leaf());
    write(() -> {
      out.writeByte(facts == null ? TAIL : CHUNK);
      out.writeLong(rows.leaf());
      out.writeLong(rows.series());
      if (facts == null) {
        out.writeLong(rows.sequence());
      } else {
        block(facts.encode());
      }
      block(rows.data());
    });
  }

  /// Which leaves speak of what was written.
  LongStream leaves() {
    return leaves.stream().mapToLong(leaf -> leaf);
  }

  /// The checkpoint; its tree follows.
  void head(LedgerExtract.Head head) {
    write(() -> {
      out.writeByte(HEAD);
      out.writeUTF(head.key().toString());
      text(head.note().toString());
      SignedNote older = head.older();
      text(older == null ? "" : older.toString());
      out.writeInt(head.consistency().size());
      for (Hash hash : head.consistency()) {
        out.write(hash.bytes());
      }
    });
  }

  /// Where the tree's parts go.
  LedgerExtract.TreeTaker tree() {
    return new LedgerExtract.TreeTaker() {
      @Override
      public void parent() {
        write(() -> out.writeByte(PARENT));
      }

      @Override
      public void pruned(Hash root) {
        write(() -> {
          out.writeByte(PRUNED);
          out.write(root.bytes());
        });
      }

      @Override
      public void leaf(byte[] words) {
        write(() -> {
          out.writeByte(LEAF);
          block(words);
        });
      }
    };
  }

  private void text(String text) throws IOException {
    block(text.getBytes(StandardCharsets.UTF_8));
  }

  private void block(byte[] some) throws IOException {
    out.writeInt(some.length);
    out.write(some);
  }

  /// Hands on what is left.
  @Override
  public void close() {
    hand();
    pieces.end();
  }
}
