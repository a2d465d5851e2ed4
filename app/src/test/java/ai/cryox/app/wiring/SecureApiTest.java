package ai.cryox.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.identity.GivenCertificate;
import ai.cryox.backend.identity.IdentityException;
import ai.cryox.connectors.payload.JsonPayloadEncoder;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureApiTest {
  private static final HostPort ANY = HostPort.ANY;
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  /// A certificate begins when it is made, which is later than this line.
  private Instant now = Instant.now().plusSeconds(60);

  private final InstantSource clock = () -> now;
  private LocalBackend backend;
  private Session session;

  @BeforeEach
  void open() {
    backend = new LocalBackend(BackendSettings.at(folder.resolve("data")), clock);
    backend.start();
    session = backend.signIn(new SignIn.Desk("me"));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private SecureApi serve(CertificateSource source) {
    SecureApi api =
        new SecureApi(
            ANY,
            source,
            clock,
            settings -> new ApiServer(settings, session, new JsonPayloadEncoder(), clock));
    api.start();
    return api;
  }

  /// Calls the server as one who trusts only this, and looks at what it shows.
  private static X509Certificate shown(SecureApi api, X509Certificate trusted)
      throws IOException, InterruptedException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("it", trusted);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    return shown(api, trust.getTrustManagers());
  }

  /// What a server shows whose certificate begins in the future.
  private static X509Certificate shownToAnybody(SecureApi api)
      throws IOException, InterruptedException, GeneralSecurityException {
    return shown(api, new TrustManager[] {new TrustsAll()});
  }

  private static X509Certificate shown(SecureApi api, TrustManager[] trust)
      throws IOException, InterruptedException, GeneralSecurityException {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust, null);
    URI live = URI.create("https://127.0.0.1:%d/health/live".formatted(api.where().port()));
    try (HttpClient http = HttpClient.newBuilder().sslContext(tls).build()) {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    }
  }

  private X509Certificate authority() throws IOException, GeneralSecurityException {
    try (InputStream pem =
        Files.newInputStream(folder.resolve("data").resolve("identity").resolve("authority.pem"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  /// Certificate and key in PKCS#12, for localhost, made by the JDK's own tool.
  private Path keyStore(String name) throws IOException, InterruptedException {
    Path file = folder.resolve(name + ".p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "30",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertEquals(0, tool.waitFor());
    return file;
  }

  private static KeyStore open(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, PASSWORD.toCharArray());
    }
    return store;
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der));
  }

  private GivenCertificate pemFiles(Path keyStore) throws IOException, GeneralSecurityException {
    KeyStore store = open(keyStore);
    Key key = store.getKey("server", PASSWORD.toCharArray());
    Path certificate = folder.resolve("server.pem");
    Path keyFile = folder.resolve("server.key");
    Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
    Files.writeString(certificate, pem("CERTIFICATE", store.getCertificate("server").getEncoded()));
    return new GivenCertificate(certificate, keyFile, null);
  }

  @Test
  void whoTrustsTheFacilitysAuthorityTrustsTheApiByEveryNameOfTheMachine() throws Exception {
    CertificateSource own =
        new CertificateSource.Own(backend.identities(), List.of("cold.example"));
    try (SecureApi api = serve(own)) {
      X509Certificate certificate = shown(api, authority());
      String names = certificate.getSubjectAlternativeNames().toString();
      for (String name : List.of("cold.example", "localhost", "127.0.0.1")) {
        assertTrue(names.contains(name), names);
      }
      assertTrue(certificate.getNotAfter().toInstant().isAfter(now.plus(Duration.ofDays(800))));
    }
  }

  @Test
  void ourOwnCertificateIsRenewedAMonthBeforeItsEndWhileTheApiServes() throws Exception {
    CertificateSource own = new CertificateSource.Own(backend.identities(), List.of());
    try (SecureApi api = serve(own)) {
      X509Certificate first = shown(api, authority());
      now = first.getNotAfter().toInstant().minus(Duration.ofDays(31));
      api.look();
      assertEquals(first, shown(api, authority()), "not yet");
      now = now.plus(Duration.ofDays(2));
      api.look();
      X509Certificate next = shownToAnybody(api);
      assertNotEquals(first.getSerialNumber(), next.getSerialNumber());
      assertTrue(next.getNotAfter().toInstant().isAfter(now.plus(Duration.ofDays(800))));
    }
  }

  @Test
  void givenPemFilesAreReadAgainWhenTheyChange() throws Exception {
    Path one = keyStore("one");
    Path two = keyStore("two");
    CertificateSource given = new CertificateSource.Given(pemFiles(one));
    try (SecureApi api = serve(given)) {
      X509Certificate trusted = (X509Certificate) open(one).getCertificate("server");
      assertEquals(trusted, shown(api, trusted));
      assertFalse(given.isDue(now));
      pemFiles(two);
      assertTrue(given.isDue(now));
      api.look();
      X509Certificate next = (X509Certificate) open(two).getCertificate("server");
      assertEquals(next, shown(api, next));
    }
  }

  @Test
  void aChangeThatCannotBeUsedLeavesTheCertificateBefore() throws Exception {
    Path one = keyStore("one");
    GivenCertificate files = pemFiles(one);
    X509Certificate trusted = (X509Certificate) open(one).getCertificate("server");
    try (SecureApi api = serve(new CertificateSource.Given(files))) {
      Files.writeString(files.certificate(), "half a fi");
      api.look();
      assertEquals(trusted, shown(api, trusted));
    }
  }

  @Test
  void aKeyStoreWithItsPasswordServesToo() throws Exception {
    Path one = keyStore("one");
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    X509Certificate trusted = (X509Certificate) open(one).getCertificate("server");
    GivenCertificate given = new GivenCertificate(one, null, password);
    try (SecureApi api = serve(new CertificateSource.Given(given))) {
      assertEquals(trusted, shown(api, trusted));
    }
  }

  @Test
  void whatDoesNotGoTogetherIsSaidBeforeAnythingIsServed() throws Exception {
    Path one = keyStore("one");
    Path two = keyStore("two");
    GivenCertificate files = pemFiles(one);
    Path foreign = folder.resolve("foreign.key");
    Files.copy(files.key(), foreign, StandardCopyOption.REPLACE_EXISTING);
    pemFiles(two);
    assertSaid("another certificate", new GivenCertificate(files.certificate(), foreign, null));
    assertSaid("no PKCS#12 file, or its password", new GivenCertificate(one, null, null));
    assertSaid("there is no file", new GivenCertificate(folder.resolve("none"), foreign, null));
    now = now.plus(Duration.ofDays(31));
    assertSaid("it is valid from", files);
  }

  private void assertSaid(String words, GivenCertificate files) {
    String message =
        String.valueOf(assertThrows(IdentityException.class, () -> files.read(now)).getMessage());
    assertTrue(message.contains(words), message);
    assertFalse(message.contains(PASSWORD), message);
  }
}
