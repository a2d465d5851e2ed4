package ai.cryox.backend.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/// A certificate that people brought: PEM files of the certificate (with those that vouch for it
/// behind it) and of the key, or one PKCS#12 file with both.
///
/// @param certificate PEM, or PKCS#12 if there is no key file
/// @param key PEM without a password, in any of OpenSSL's forms; `null` = PKCS#12
/// @param password of the PKCS#12 file; `null` = none
public record GivenCertificate(Path certificate, @Nullable Path key, @Nullable Path password) {
  /// Reads the files and makes sure that they go together.
  ///
  /// @throws IdentityException if they do not, cannot be read, or their time is over
  public ServerCredential read(Instant now) {
    try {
      char[] inside = firstLine(password);
      KeyStore store = key == null ? pkcs12(inside) : pem(key, inside);
      String alias = alias(store);
      if (!(store.getCertificate(alias) instanceof X509Certificate own)
          || !(store.getKey(alias, inside) instanceof PrivateKey secret)) {
        throw new IOException("it holds no certificate with its key");
      }
      requirePair(own, secret);
      requireTime(own, now);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
      keys.init(store, inside);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return new ServerCredential(context, own);
    } catch (NoSuchFileException missing) {
      throw unusable("there is no file " + missing.getMessage(), missing);
    } catch (IOException | GeneralSecurityException | RuntimeException failed) {
      throw unusable(String.valueOf(failed.getMessage()), failed);
    }
  }

  private IdentityException unusable(String why, Exception cause) {
    return new IdentityException(
        "The certificate %s cannot be used for HTTPS: %s. Give a certificate and its key as PEM files, or both as one PKCS#12 file with the password it has."
            .formatted(key == null ? certificate : certificate + " with the key " + key, why),
        cause);
  }

  private KeyStore pkcs12(char[] inside) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(certificate)) {
      store.load(content, inside);
    } catch (NoSuchFileException missing) {
      throw missing;
    } catch (IOException closed) {
      throw new IOException("it is no PKCS#12 file, or its password is another one", closed);
    }
    return store;
  }

  private KeyStore pem(Path keyFile, char[] inside) throws IOException, GeneralSecurityException {
    List<? extends Certificate> chain =
        List.copyOf(
            CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate))));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", pemKey(keyFile), inside, chain.toArray(new Certificate[0]));
    return store;
  }

  /// Curves and the like may stand before the key.
  private static PrivateKey pemKey(Path file) throws IOException {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    try (PEMParser parser =
        new PEMParser(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (part instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
      }
    }
    throw new IOException("the key file holds no key without a password");
  }

  private static String alias(KeyStore store) throws IOException, GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return alias;
      }
    }
    throw new IOException("it holds no key");
  }

  private static void requirePair(X509Certificate own, PrivateKey secret)
      throws IOException, GeneralSecurityException {
    String algorithm =
        switch (secret.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> secret.getAlgorithm();
        };
    byte[] text = own.getEncoded();
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(secret);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(own.getPublicKey());
    signature.update(text);
    if (!signature.verify(signed)) {
      throw new IOException("the key belongs to another certificate");
    }
  }

  private static void requireTime(X509Certificate own, Instant now) throws IOException {
    Instant begin = own.getNotBefore().toInstant();
    Instant end = own.getNotAfter().toInstant();
    if (now.isBefore(begin) || now.isAfter(end)) {
      throw new IOException("it is valid from %s to %s only".formatted(begin, end));
    }
  }

  private static char[] firstLine(@Nullable Path file) throws IOException {
    return file == null
        ? new char[0]
        : Files.readString(file).lines().findFirst().orElse("").toCharArray();
  }
}
