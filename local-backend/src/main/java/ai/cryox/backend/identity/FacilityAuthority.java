package ai.cryox.backend.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;

/// The certificate authority of one installation: made once, its key in a PKCS#12 file for its
/// owner only. It signs the devices' certificates and the server's own. Thread-safe.
public final class FacilityAuthority {
  private static final String ALIAS = "authority";
  private static final Duration LIFE = Duration.ofDays(20 * 365);

  /// A device's clock may be behind by this much.
  private static final Duration SLACK = Duration.ofDays(1);

  /// Apple's systems take no server certificate that lives longer.
  private static final Duration SERVER_LIFE = Duration.ofDays(825).minus(SLACK);

  /// TLS clients: the extended key usage that a device's certificate must have.
  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

  private final X509Certificate certificate;
  private final CertificateMaker maker;

  private FacilityAuthority(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    X500Name name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    this.maker = new CertificateMaker(key, certificate.getPublicKey(), name);
  }

  /// Reads the authority from this folder, or makes it the first time, and puts its certificate
  /// beside it as `authority.pem`.
  ///
  /// @throws IdentityException if its file cannot be read or written
  public static FacilityAuthority open(Path folder, KeyFile key, Instant now) {
    Path file = folder.resolve("authority.p12");
    char[] password = key.password(ALIAS);
    try {
      if (!Files.exists(file)) {
        make(file, password, now);
      }
      FacilityAuthority authority = read(file, password);
      publish(folder.resolve("authority.pem"), authority.pem());
      return authority;
    } catch (IOException | GeneralSecurityException failed) {
      throw new IdentityException(
          "The authority's file %s cannot be used: %s. Restore it and the key file beside it from a backup."
              .formatted(file, failed.getMessage()),
          failed);
    }
  }

  private static void publish(Path file, String pem) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(pem)) {
      Files.writeString(file, pem);
    }
  }

  private static void make(Path file, char[] password, Instant now)
      throws IOException, GeneralSecurityException {
    // The number tells two installations apart that one device knows.
    String number = "%08X".formatted(new SecureRandom().nextInt()).toUpperCase(Locale.ROOT);
    Issued made =
        CertificateMaker.authority("Cryox authority " + number, now.minus(SLACK), now.plus(LIFE));
    OwnerOnlyFile.write(file, keyStore(ALIAS, made, List.of(), password));
  }

  private static FacilityAuthority read(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
    if (store.getKey(ALIAS, password) instanceof PrivateKey key
        && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
      return new FacilityAuthority(certificate, key);
    }
    throw new IOException("it holds no authority");
  }

  /// A PKCS#12 file's content: the key, its certificate and those that vouch for it.
  static byte[] keyStore(String alias, Issued issued, List<X509Certificate> above, char[] password)
      throws IOException, GeneralSecurityException {
    Certificate[] chain = new Certificate[above.size() + 1];
    chain[0] = issued.certificate();
    for (int i = 0; i < above.size(); i++) {
      chain[i + 1] = above.get(i);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(alias, issued.privateKey(), password, chain);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return bytes.toByteArray();
  }

  /// What devices must trust to know this server.
  X509Certificate certificate() {
    return certificate;
  }

  /// The same as PEM text.
  String pem() {
    return Pem.of(certificate);
  }

  /// Signs for a device; never beyond the authority's own end.
  Issued issueFor(String deviceId, Instant now, Duration life) {
    return maker.device(deviceId, now.minus(SLACK), cut(now.plus(life)));
  }

  /// Signs for this server.
  Issued issueForServer(Collection<String> hosts, Instant now) {
    return maker.server(hosts, now.minus(SLACK), cut(now.plus(SERVER_LIFE)));
  }

  /// Signs for the seal of reports; holds as long as the authority itself.
  Issued issueForReports(String name, Instant now) {
    return maker.seal(name, now.minus(SLACK), certificate.getNotAfter().toInstant());
  }

  private Instant cut(Instant end) {
    Instant own = certificate.getNotAfter().toInstant();
    return end.isBefore(own) ? end : own;
  }

  /// Whether this authority has signed the certificate for a device. Says nothing of its age nor of
  /// revocation.
  boolean hasSigned(X509Certificate device) {
    X500Principal issuer = device.getIssuerX500Principal();
    try {
      List<String> uses = device.getExtendedKeyUsage();
      if (!issuer.equals(certificate.getSubjectX500Principal())
          || device.getBasicConstraints() >= 0
          || uses == null
          || !uses.contains(CLIENT_AUTHENTICATION)) {
        return false;
      }
      device.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException foreign) {
      return false;
    }
  }
}
