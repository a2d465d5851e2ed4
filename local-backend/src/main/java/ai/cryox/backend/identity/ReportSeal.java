package ai.cryox.backend.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The key by which a facility seals its reports, with the certificates that vouch for it: one of
/// its own, or one that its authority signs when it is first needed.
///
/// @param key signs
/// @param chain its certificate first
public record ReportSeal(PrivateKey key, List<X509Certificate> chain) {
  private static final String ALIAS = "report-seal";

  public ReportSeal {
    chain = List.copyOf(chain);
  }

  /// Without the key.
  @Override
  public String toString() {
    return "ReportSeal[%s]".formatted(certificate().getSubjectX500Principal());
  }

  /// The certificate of the key.
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /// Reads the data folder's own seal from its folder `identity`, or makes it the first time.
  ///
  /// @param data the data folder
  /// @param name of the facility, for the certificate
  /// @throws IdentityException if it can be neither read nor made
  public static ReportSeal ofFolder(Path data, String name, InstantSource clock) {
    IdentityFiles files = new IdentityFiles(data, clock);
    char[] password = files.key().password(ALIAS);
    Path file = data.resolve("identity").resolve("report-seal.p12");
    try {
      if (!Files.exists(file)) {
        FacilityAuthority authority = files.authority();
        Issued made = authority.issueForReports(name + ", reports", clock.instant());
        OwnerOnlyFile.write(
            file,
            FacilityAuthority.keyStore(ALIAS, made, List.of(authority.certificate()), password));
      }
      return read(file, password);
    } catch (IOException | GeneralSecurityException failed) {
      throw cannotUse(file, failed);
    }
  }

  /// Reads a PKCS#12 file with one key.
  ///
  /// @throws IdentityException if it cannot be read or holds no key
  public static ReportSeal ofFile(Path file, char[] password) {
    try {
      return read(file, password);
    } catch (IOException | GeneralSecurityException failed) {
      throw cannotUse(file, failed);
    }
  }

  private static ReportSeal read(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, password) instanceof PrivateKey key) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate one : store.getCertificateChain(alias)) {
          if (one instanceof X509Certificate certificate) {
            chain.add(certificate);
          }
        }
        if (!chain.isEmpty()) {
          return new ReportSeal(key, chain);
        }
      }
    }
    throw new IOException("it holds no key with a certificate");
  }

  private static IdentityException cannotUse(Path file, Exception failed) {
    return new IdentityException(
        "The seal %s cannot be used: %s. Give the right password, or restore the file and the key file beside it from a backup."
            .formatted(file, failed.getMessage()),
        failed);
  }
}
