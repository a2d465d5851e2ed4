package ai.cryox.connectors.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Self-signed certificates for tests, made by the JDK's own keytool.
final class KeyFiles {
  static final String PASSWORD = "changeit";

  private final Path folder;

  KeyFiles(Path folder) {
    this.folder = folder;
  }

  /// A PKCS#12 file with one key.
  ///
  /// @param san subject alternative name as keytool writes it
  Path make(String name, String san) throws Exception {
    Path store = folder.resolve(name + ".p12");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "key",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "san=" + san);
    write(pem(name), "CERTIFICATE", open(store).getCertificate("key").getEncoded());
    return store;
  }

  private static KeyStore open(Path store) throws Exception {
    return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
  }

  private static Path write(Path file, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(bytes);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
  }

  /// The PEM certificate to it.
  Path pem(String name) {
    return folder.resolve(name + ".pem");
  }

  /// The PEM private key to it.
  Path key(String name) throws Exception {
    KeyStore store = open(folder.resolve(name + ".p12"));
    byte[] key = store.getKey("key", PASSWORD.toCharArray()).getEncoded();
    return write(folder.resolve(name + ".key"), "PRIVATE KEY", key);
  }

  /// A server's side: its key, and whom it trusts.
  static SSLContext context(Path own, Path trusted) throws Exception {
    KeyStore keys = open(own);
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    var trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("trusted", PemFile.read(trusted).certificates().getFirst());
    TrustManagerFactory judges = TrustManagerFactory.getInstance("PKIX");
    judges.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), judges.getTrustManagers(), null);
    return context;
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
