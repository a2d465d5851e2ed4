package ai.cryox.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
  /// The example of the specification's reference implementation.
  private static final String EXAMPLE_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String EXAMPLE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static final Checkpoint CHECKPOINT =
      new Checkpoint("cryox.example/1", 7, TreeHash.EMPTY, Instant.parse("2026-03-01T00:00:00Z"));

  @Test
  void theExampleOfTheSpecificationIsVerified() {
    VerifierKey key = VerifierKey.parse(EXAMPLE_KEY);
    SignedNote note = SignedNote.parse(EXAMPLE);
    assertTrue(note.isSignedBy(key));
    assertEquals(EXAMPLE_KEY, key.toString());
    assertEquals(EXAMPLE, note.toString());
    assertFalse(SignedNote.parse(EXAMPLE.replace("answer", "question")).isSignedBy(key));
  }

  @Test
  void aSignatureOfAnotherKeyOrTextIsNone() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    VerifierKey key = VerifierKey.of("cryox.example/1", pair.getPublic());
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(CHECKPOINT.text().getBytes(StandardCharsets.UTF_8));
    byte[] signature = signer.sign();
    SignedNote note = SignedNote.of(CHECKPOINT.text(), key, signature);
    assertTrue(SignedNote.parse(note.toString()).isSignedBy(VerifierKey.parse(key.toString())));
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertFalse(note.isSignedBy(VerifierKey.of("cryox.example/1", other.getPublic())));
    signature[9] ^= 1;
    assertFalse(SignedNote.of(CHECKPOINT.text(), key, signature).isSignedBy(key));
  }

  @Test
  void aCheckpointIsReadAsItWasWritten() {
    assertEquals(CHECKPOINT, Checkpoint.parse(CHECKPOINT.text()));
    assertEquals(
        """
        cryox.example/1
        7
        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
        time 2026-03-01T00:00:00Z
        """,
        CHECKPOINT.text());
  }

  @Test
  void whatIsNoCheckpointIsRefused() {
    String text = CHECKPOINT.text();
    for (String broken :
        new String[] {
          "",
          "a\n",
          text.replace("7", "07"),
          text.replace("7", "x"),
          text + "more\n",
          text.replace("47DE", "47"),
          text.replace("time ", "")
        }) {
      assertThrows(IllegalArgumentException.class, () -> Checkpoint.parse(broken), broken);
    }
    assertThrows(IllegalArgumentException.class, () -> SignedNote.parse("a text"));
    assertThrows(IllegalArgumentException.class, () -> VerifierKey.parse("a+b+c"));
  }
}
