package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
final class SecureApiTest {
  private ApiFixture api;

  @BeforeEach
  void start(@TempDir Path folder) {
    api = ApiFixture.overTls(folder);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aCallerWhoKnowsTheAuthorityIsAnswered() throws Exception {
    api.reading("2024-12-01T14:30:22Z", 2.5);
    HttpResponse<String> answer = api.get(FACILITY + "/temperature");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"temperature\":2.5"), answer.body());
    assertEquals(
        "max-age=31536000", answer.headers().firstValue("Strict-Transport-Security").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void bothVersionsAgreeOnAFreshKey(String version) throws Exception {
    try (SSLSocket socket = socket(version)) {
      socket.startHandshake();
      assertEquals(version, socket.getSession().getProtocol());
      assertTrue(
          version.equals("TLSv1.3") || socket.getSession().getCipherSuite().contains("_ECDHE_"),
          socket.getSession().getCipherSuite());
    }
  }

  @Test
  void suitesWithoutForwardSecrecyAreRefused() throws Exception {
    try (SSLSocket socket = socket("TLSv1.2")) {
      socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_AES_256_GCM_SHA384"});
      assertThrows(SSLHandshakeException.class, socket::startHandshake);
    }
  }

  private SSLSocket socket(String version) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            api.trustingAuthority()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), api.server.port());
    socket.setSoTimeout(10_000);
    socket.setEnabledProtocols(new String[] {version});
    return socket;
  }

  @Test
  void aStreamGoesOnOverTls() throws Exception {
    var request = api.request("/api/v1/stream").header("Accept", "text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(api.open(request).body(), StandardCharsets.UTF_8))) {
      await(lines, "temp_009");
      String alarmId = api.alarm(Duration.ofMinutes(3), 7.25);
      await(lines, alarmId);
    }
  }

  private static void await(BufferedReader lines, String text) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(text)) {
      line = lines.readLine();
    }
    assertTrue(line != null, "the stream ended without " + text);
  }

  @Test
  void aConnectionOnWhichAPollWaitsIsNotIdle() throws Exception {
    api.server.idleMillis(300);
    Matcher cursor =
        Pattern.compile("\"cursor\":\"([^\"]+)\"").matcher(api.get("/api/v1/changes").body());
    assertTrue(cursor.find());
    HttpResponse<String> answer =
        api.sendLater(api.request("/api/v1/changes?wait=2&collect=2&since=" + cursor.group(1)))
            .get(60, TimeUnit.SECONDS);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"devices\":[]"), answer.body());
  }
}
