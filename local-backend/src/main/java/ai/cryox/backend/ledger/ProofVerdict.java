package ai.cryox.backend.ledger;

import ai.cryox.backend.ledger.RecordHash.ChunkFacts;
import ai.cryox.backend.series.DamagedException;
import ai.cryox.backend.series.ReadingRows;
import ai.cryox.backend.series.Rows;
import ai.cryox.backend.series.RowsCodec;
import ai.cryox.backend.series.Schema;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.ProofCheck;
import ai.cryox.core.ledger.TreeHash;
import ai.cryox.core.ledger.VerifierKey;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a proof shows.
///
/// @param proven whether it shows anything
/// @param sentence what, or why not
public record ProofVerdict(boolean proven, String sentence) {
  /// Verifies a proof; needs nothing but itself.
  ///
  /// @param trusted who must have signed; `null` believes the key in the proof
  public static ProofVerdict of(ProofText proof, @Nullable VerifierKey trusted) {
    try {
      if (trusted != null && !trusted.equals(proof.key())) {
        return not("it is signed by another key, " + proof.key());
      }
      if (!proof.note().isSignedBy(proof.key())) {
        return not("the signature is not that of its key");
      }
      Checkpoint checkpoint = Checkpoint.parse(proof.note().text());
      Hash leafHash = new TreeHash().leaf(proof.content());
      boolean included =
          new ProofCheck()
              .isIncluded(
                  leafHash, proof.leaf(), checkpoint.size(), proof.path(), checkpoint.root());
      if (!included) {
        return not("its leaf is not in the tree that was signed");
      }
      return new ProofVerdict(
          true,
          "Proven: %s. It is in leaf %d of %d of the ledger %s, signed at %s by %s."
              .formatted(
                  record(proof),
                  proof.leaf(),
                  checkpoint.size(),
                  checkpoint.origin(),
                  checkpoint.at(),
                  proof.key()));
    } catch (DamagedException | IllegalArgumentException broken) {
      return not(String.valueOf(broken.getMessage()));
    }
  }

  private static ProofVerdict not(String why) {
    return new ProofVerdict(false, "Not proven: %s.".formatted(why));
  }

  private static String record(ProofText proof) throws DamagedException {
    return switch (proof.kind()) {
      case "alarm_change", "audit" -> RecordHash.words(proof.content());
      case "chunk" -> ofChunk(proof);
      case "tail" -> ofTail(proof);
      default -> throw new DamagedException("an unknown kind of record " + proof.kind());
    };
  }

  private static String ofChunk(ProofText proof) throws DamagedException {
    ChunkFacts facts = ChunkFacts.decode(proof.facts());
    Hash hash = new RecordHash().chunk(facts, proof.data());
    for (Leaf.Change change : changes(proof)) {
      if (change instanceof Leaf.Sealed sealed && sealed.hash().equals(hash)) {
        Rows rows = RowsCodec.decode(proof.data(), sealed.series(), facts.from(), facts.until());
        return reading(rows, facts.kind(), facts.deviceId(), proof.time());
      }
    }
    throw new DamagedException("its leaf does not speak of that chunk");
  }

  private static String ofTail(ProofText proof) throws DamagedException {
    LeafReader in = new LeafReader(proof.facts());
    int kind = in.one();
    String device = in.text();
    long sequence = in.number();
    Hash hash = new RecordHash().tail(kind, device, sequence, proof.data());
    for (Leaf.Change change : changes(proof)) {
      if (change instanceof Leaf.Tail tail && tail.hash().equals(hash)) {
        Rows rows = RowsCodec.decode(proof.data(), tail.series(), sequence);
        return reading(rows, kind, device, proof.time());
      }
    }
    throw new DamagedException("its leaf does not speak of those rows");
  }

  private static List<Leaf.Change> changes(ProofText proof) throws DamagedException {
    if (Leaf.decode(proof.content()) instanceof Leaf.Round round) {
      return round.changes();
    }
    throw new DamagedException("its leaf speaks of no readings");
  }

  private static String reading(Rows rows, int kind, String device, long time)
      throws DamagedException {
    int row = rows.find(time);
    if (kind != Schema.READING.id() || rows.schema() != Schema.READING || row < 0) {
      throw new DamagedException("there is no reading of that time in it");
    }
    ReceivedReading read = new ReadingRows().read(rows, row, device);
    return "%s of %s read %s °C at %s, received at %s"
        .formatted(
            device,
            read.reading().facilityId(),
            read.reading().temperature(),
            Instant.ofEpochMilli(time),
            read.receivedAt());
  }
}
