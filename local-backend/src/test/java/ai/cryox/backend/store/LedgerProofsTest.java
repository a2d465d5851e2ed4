package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ledger.ProofText;
import ai.cryox.backend.ledger.ProofVerdict;
import ai.cryox.backend.proof.LedgerKey;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.ProofCheck;
import ai.cryox.core.ledger.VerifierKey;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerProofsTest {
  private static final Instant T0 = StoredData.T0;

  @TempDir Path folder;

  private StoredData open() {
    return new StoredData(folder, LedgerKey.open(folder));
  }

  private void fill() {
    try (StoredData data = open()) {
      for (int from = 0; from < 2_100; from += 3) {
        data.write("temp_001", from, from + 3);
      }
      Batch batch = new Batch(T0.plusSeconds(61));
      batch.audit.add(AuditEntry.done(T0, "anna", "device.add", "temp_001", "A new fridge."));
      data.write(batch);
      data.settle();
    }
  }

  private <T> T ask(Function<LedgerProofs, T> question) {
    try (StoreFile file = StoreFile.in(folder)) {
      return question.apply(new LedgerProofs(file));
    }
  }

  private static ProofVerdict verdict(String text) {
    return ProofVerdict.of(ProofText.parse(text), null);
  }

  @Test
  void aSealedReadingIsProvenByItsFileAlone() {
    fill();
    String text = ask(proofs -> proofs.reading("temp_001", T0.plusSeconds(77))).toString();
    ProofVerdict verdict = verdict(text);
    assertTrue(verdict.proven(), verdict::sentence);
    assertTrue(
        verdict
            .sentence()
            .contains("temp_001 of warehouse_001 read 7.7 °C at 2026-03-01T03:01:17Z"),
        verdict::sentence);
  }

  @Test
  void aReadingThatIsSavedAndNotSealedIsProvenToo() {
    fill();
    ProofText proof = ask(proofs -> proofs.reading("temp_001", T0.plusSeconds(2_099)));
    assertEquals("tail", proof.kind());
    ProofVerdict verdict = verdict(proof.toString());
    assertTrue(verdict.proven(), verdict::sentence);
    assertTrue(verdict.sentence().contains("read 9.9 °C"), verdict::sentence);
  }

  @Test
  void anAuditLineIsProvenWithItsWords() {
    fill();
    ProofVerdict verdict = verdict(ask(proofs -> proofs.audit(1)).toString());
    assertTrue(verdict.proven(), verdict::sentence);
    assertTrue(verdict.sentence().contains("detail = A new fridge."), verdict::sentence);
  }

  @Test
  void aProofThatWasChangedProvesNothing() throws GeneralSecurityException {
    fill();
    ProofText proof = ask(proofs -> proofs.reading("temp_001", T0.plusSeconds(77)));
    String text = proof.toString();
    assertFalse(verdict(text.replaceFirst("leaf (\\d+)", "leaf 1$1")).proven());
    assertFalse(verdict(text.replaceFirst("time \\d+", "time 5")).proven());
    byte[] data = proof.data();
    data[50] ^= 1;
    assertFalse(verdict(proof.toString()).proven());
    VerifierKey other =
        VerifierKey.of("x", KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    assertFalse(ProofVerdict.of(ProofText.parse(text), other).proven());
    assertTrue(ProofVerdict.of(ProofText.parse(text), proof.key()).proven());
    assertThrows(IllegalArgumentException.class, () -> ProofText.parse("a text"));
  }

  @Test
  void whatIsNotThereIsRefusedWithASentence() {
    fill();
    assertThrows(
        IllegalArgumentException.class,
        () -> ask(proofs -> proofs.reading("temp_001", T0.plusMillis(1))));
    assertThrows(IllegalArgumentException.class, () -> ask(proofs -> proofs.audit(9)));
    assertThrows(IllegalArgumentException.class, () -> ask(proofs -> proofs.transition(1)));
  }

  @Test
  void anOlderHeadIsTheBeginningOfANewerOne() {
    fill();
    Checkpoint older = Checkpoint.parse(ask(LedgerProofs::head).orElseThrow().note().text());
    try (StoredData data = open()) {
      for (int from = 3_000; from < 4_500; from++) {
        data.write("temp_001", from, from + 1);
      }
      data.settle();
      for (int step = 0; step < 5; step++) {
        data.tidy(T0.plusSeconds(200L + step));
      }
    }
    Checkpoint newer = Checkpoint.parse(ask(LedgerProofs::head).orElseThrow().note().text());
    List<Hash> proof = ask(proofs -> proofs.consistency(older.size(), newer.size()));
    assertTrue(
        new ProofCheck()
            .isConsistent(older.size(), older.root(), newer.size(), newer.root(), proof));
    ProofVerdict verdict =
        verdict(ask(proofs -> proofs.reading("temp_001", T0.plusSeconds(77))).toString());
    assertTrue(verdict.proven(), verdict::sentence);
  }
}
