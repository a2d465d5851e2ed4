package ai.cryox.connectors.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text file of certificates or a key between BEGIN and END lines (RFC 7468).
final class PemFile {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private static final List<String> KEY_KINDS = List.of("EC", "RSA", "EdDSA");

  private final Path file;
  private final List<Block> blocks;

  private record Block(String kind, String base64) {
    byte[] bytes() {
      return Base64.getMimeDecoder().decode(base64);
    }
  }

  private PemFile(Path file, List<Block> blocks) {
    this.file = file;
    this.blocks = blocks;
  }

  /// @throws LinkSettingsException if it cannot be read
  static PemFile read(Path file) {
    try {
      Matcher matcher = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      List<Block> blocks = new ArrayList<>();
      while (matcher.find()) {
        blocks.add(new Block(matcher.group(1), matcher.group(2)));
      }
      return new PemFile(file, blocks);
    } catch (NoSuchFileException missing) {
      throw new LinkSettingsException("There is no file %s.".formatted(file), missing);
    } catch (IOException unreadable) {
      throw new LinkSettingsException(
          "%s cannot be read: %s.".formatted(file, unreadable.getMessage()), unreadable);
    }
  }

  /// All certificates, in order.
  ///
  /// @throws LinkSettingsException if there is none, or one that cannot be understood
  List<Certificate> certificates() {
    List<Certificate> found = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Block block : blocks) {
        if (block.kind.equals("CERTIFICATE")) {
          found.add(factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
        }
      }
    } catch (CertificateException | IllegalArgumentException broken) {
      throw new LinkSettingsException(
          "%s holds a certificate that cannot be understood.".formatted(file), broken);
    }
    if (found.isEmpty()) {
      throw new LinkSettingsException(
          "%s holds no certificate; a PEM file with BEGIN CERTIFICATE is expected.".formatted(file),
          null);
    }
    return found;
  }

  /// The first private key.
  ///
  /// @throws LinkSettingsException if there is none that can be understood
  PrivateKey privateKey() {
    for (Block block : blocks) {
      if (block.kind.equals("PRIVATE KEY")) {
        return pkcs8(block);
      }
      if (block.kind.endsWith("PRIVATE KEY")) {
        throw new LinkSettingsException(
            "%s holds a key as %s. Convert it: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW_KEY."
                .formatted(file, block.kind),
            null);
      }
    }
    throw new LinkSettingsException(
        "%s holds no key; a PEM file with BEGIN PRIVATE KEY is expected.".formatted(file), null);
  }

  private PrivateKey pkcs8(Block block) {
    Exception last = null;
    for (String kind : KEY_KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(block.bytes()));
      } catch (GeneralSecurityException | IllegalArgumentException anotherKind) {
        last = anotherKind;
      }
    }
    throw new LinkSettingsException(
        "%s holds a key of a kind that is not known; use %s."
            .formatted(file, String.join(", ", KEY_KINDS)),
        last);
  }
}
