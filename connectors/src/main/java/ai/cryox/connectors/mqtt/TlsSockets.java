package ai.cryox.connectors.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Makes encrypted sockets from certificate files.
final class TlsSockets {
  /// Guards a key in memory only.
  private static final char[] INSIDE = "inside".toCharArray();

  private final TlsFiles files;

  TlsSockets(TlsFiles files) {
    this.files = files;
  }

  /// @throws LinkSettingsException if a file cannot be used
  SSLSocketFactory factory() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), trusted(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException unusable) {
      throw new LinkSettingsException(
          "The certificate files for the broker do not go together: %s."
              .formatted(unusable.getMessage()),
          unusable);
    }
  }

  private TrustManager @Nullable [] trusted() throws GeneralSecurityException, IOException {
    Path authority = files.authority();
    if (authority == null) {
      return null;
    }
    KeyStore store = empty();
    int number = 0;
    for (Certificate certificate : PemFile.read(authority).certificates()) {
      store.setCertificateEntry("authority-" + ++number, certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private KeyManager @Nullable [] keys() throws GeneralSecurityException, IOException {
    Path certificate = files.certificate();
    if (certificate == null) {
      return null;
    }
    Path key = files.key();
    String password = files.password();
    return key == null
        ? managers(pkcs12(certificate, password), (password == null ? "" : password).toCharArray())
        : managers(pem(certificate, key), INSIDE);
  }

  private static KeyManager[] managers(KeyStore store, char[] password)
      throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  private static KeyStore pem(Path certificate, Path key)
      throws GeneralSecurityException, IOException {
    List<Certificate> chain = PemFile.read(certificate).certificates();
    PrivateKey secret = PemFile.read(key).privateKey();
    KeyStore store = empty();
    store.setKeyEntry("client", secret, INSIDE, chain.toArray(Certificate[]::new));
    return store;
  }

  private static KeyStore pkcs12(Path file, @Nullable String password)
      throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, (password == null ? "" : password).toCharArray());
      return store;
    } catch (NoSuchFileException missing) {
      throw new LinkSettingsException("There is no file %s.".formatted(file), missing);
    } catch (IOException unreadable) {
      throw new LinkSettingsException(
          "%s cannot be opened: it is no PKCS#12 file, or its password is another one."
              .formatted(file),
          unreadable);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
