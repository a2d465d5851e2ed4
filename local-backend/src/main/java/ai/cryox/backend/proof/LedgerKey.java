package ai.cryox.backend.proof;

import ai.cryox.backend.identity.OwnerOnlyFile;
import ai.cryox.backend.ledger.LedgerSigner;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.ledger.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The facility's key: an Ed25519 key in a file of the data folder for its owner only. Thread-safe.
///
/// Three lines: the public half as C2SP writes it, `PRIVATE`, and the private half, PKCS#8 in
/// Base64.
public final class LedgerKey implements LedgerSigner {
  /// The file's name in the data folder.
  public static final String FILE = "ledger.key";

  private final VerifierKey key;
  private final PrivateKey secret;

  private LedgerKey(VerifierKey key, PrivateKey secret) {
    this.key = key;
    this.secret = secret;
  }

  /// Reads the key of a data folder, or makes it the first time.
  ///
  /// @throws StoreException if it cannot be read or written, or is damaged
  public static LedgerKey open(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        OwnerOnlyFile.write(file, fresh().getBytes(StandardCharsets.UTF_8));
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.size() != 3) {
        throw new IOException("it has %d lines instead of 3".formatted(lines.size()));
      }
      byte[] encoded = Base64.getDecoder().decode(lines.get(2));
      PrivateKey secret =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new LedgerKey(VerifierKey.parse(lines.get(0)), secret);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException failed) {
      throw new StoreException(
          "The ledger's key %s cannot be used: %s. Restore it from a backup; if there is none, move it away: a new one is made, and an alarm says so."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  private static String fresh() throws GeneralSecurityException {
    byte[] name = new byte[8];
    new SecureRandom().nextBytes(name);
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    VerifierKey key =
        VerifierKey.of("cryox.ledger/" + HexFormat.of().formatHex(name), pair.getPublic());
    String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    return "%s\nPRIVATE\n%s\n".formatted(key, secret);
  }

  @Override
  public VerifierKey key() {
    return key;
  }

  @Override
  public byte[] sign(byte[] text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(secret);
      signer.update(text);
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every Java platform has Ed25519", impossible);
    }
  }
}
