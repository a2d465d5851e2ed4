package ai.cryox.connectors.mqtt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The files that prove who is who on an encrypted connection.
///
/// @param authority the PEM certificates of the authorities that may have signed the broker's;
///   `null` = those that this Java trusts
/// @param certificate our own certificate, PEM, or certificate and key together as PKCS#12 (`.p12`,
///   `.pfx`); `null` = the broker does not ask for one
/// @param key the PEM private key to it, PKCS#8 without a password; `null` with PKCS#12
/// @param password of the PKCS#12 file; `null` = none
public record TlsFiles(
    @Nullable Path authority,
    @Nullable Path certificate,
    @Nullable Path key,
    @Nullable String password) {
  /// What this Java trusts, and no certificate of our own.
  public static final TlsFiles NONE = new TlsFiles(null, null, null, null);

  public TlsFiles {
    if (certificate == null && key != null) {
      throw new IllegalArgumentException(
          "A key for the broker is given without its certificate; give both.");
    }
    if (certificate != null && key == null && !isPkcs12(certificate)) {
      throw new IllegalArgumentException(
          "A certificate for the broker is given without its key; give both, or one PKCS#12 file"
              + " that ends with .p12 or .pfx.");
    }
    if (certificate != null && key != null && isPkcs12(certificate)) {
      throw new IllegalArgumentException(
          "A PKCS#12 file holds its key already; leave out the key file.");
    }
  }

  static boolean isPkcs12(Path file) {
    String name = file.toString();
    return name.endsWith(".p12") || name.endsWith(".pfx");
  }

  /// Whether there is nothing to read.
  public boolean isEmpty() {
    return authority == null && certificate == null;
  }

  @Override
  public String toString() {
    return "TlsFiles[%s, %s, %s]".formatted(authority, certificate, key);
  }
}
