package ai.cryox.connectors.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.ChannelSettings.Sms;
import ai.cryox.core.escalation.ChannelSettings.Teams;
import ai.cryox.core.escalation.ChannelSettings.Webhook;
import ai.cryox.core.escalation.NotificationChannel.Delivered;
import ai.cryox.core.escalation.NotificationChannel.Failed;
import ai.cryox.core.escalation.NotificationChannel.Outcome;
import ai.cryox.core.escalation.NotificationChannel.Refused;
import ai.cryox.core.escalation.SecretName;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Calls to a real HTTP server that takes, refuses, delays and cuts.
class HttpChannelsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");

  private final HttpPost http = new HttpPost(Duration.ofSeconds(10), Duration.ofSeconds(20));
  private final Sent.InMemory secrets =
      new Sent.InMemory()
          .with(SecretName.SMS_PASSWORD, Sent.SECRET)
          .with(SecretName.WEBHOOK_KEY, Sent.SECRET);
  private HttpServer server;
  private int status = 200;
  private String type = "application/json";
  private String answer = "{}";
  private String heard = "";
  private Headers headers = new Headers();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          heard = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          headers = exchange.getRequestHeaders();
          exchange.getResponseHeaders().set("Content-Type", type);
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    secrets.with(SecretName.TEAMS_URL, url("/workflow?sig=" + "s3cr3t"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answers(int code, String mediaType, String body) {
    status = code;
    type = mediaType;
    answer = body;
  }

  private Outcome sms() {
    return new SmsChannel(http)
        .send(
            Sent.to(ChannelKind.SMS, "+4930123456"),
            new Sms(true, url("/Messages.json"), "AC1", "Cryox"),
            secrets);
  }

  private Outcome teams() {
    return new TeamsChannel(http).send(Sent.to(ChannelKind.TEAMS, ""), new Teams(true), secrets);
  }

  private Outcome webhook() {
    return webhook(url("/alarms"));
  }

  private Outcome webhook(String address) {
    return webhook(address, http);
  }

  private Outcome webhook(String address, HttpPost by) {
    return new WebhookChannel(by, () -> NOW)
        .send(Sent.to(ChannelKind.WEBHOOK, ""), new Webhook(true, address), secrets);
  }

  private static void assertNoSecret(Outcome outcome) {
    assertFalse(outcome.toString().contains("s3cr3t"), outcome.toString());
  }

  @Test
  void aShortMessageGoesInTwiliosFormAndItsSidIsTheReceipt() {
    answers(201, "application/json", "{\"sid\": \"SM42\", \"status\": \"queued\"}");
    assertEquals(new Delivered("SM42"), sms());
    String form = URLDecoder.decode(heard, StandardCharsets.UTF_8);
    assertTrue(form.startsWith("To=+4930123456&From=Cryox&Body=Kühlraum 3"), form);
    String basic =
        Base64.getEncoder()
            .encodeToString(("AC1:" + Sent.SECRET).getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("Basic " + basic, headers.getFirst("Authorization"));
    assertEquals("6f1c", headers.getFirst("Idempotency-Key"));
  }

  @Test
  void aWrongNumberIsRefusedForGoodAndTooManyAtOnceIsTriedAgain() {
    answers(400, "application/json", "{\"code\":21211,\"message\":\"Invalid 'To' Phone Number\"}");
    assertTrue(assertInstanceOf(Refused.class, sms()).why().contains("Invalid 'To'"));
    answers(429, "application/json", "");
    assertInstanceOf(Failed.class, sms());
    answers(503, "text/html", "<html>down</html>");
    assertEquals(new Failed("127.0.0.1 answers 503."), sms());
  }

  @Test
  void aCardIsTakenWith202() {
    answers(202, "text/plain", "");
    assertInstanceOf(Delivered.class, teams());
    assertTrue(heard.contains("\"contentType\":\"application/vnd.microsoft.card.adaptive\""));
    assertTrue(heard.contains("\"type\":\"AdaptiveCard\""), heard);
    assertTrue(heard.contains("Kühlraum 3 zu warm, 9,4 °C"), heard);
  }

  @Test
  void a200WithASignInPageOrAnErrorInItsTextIsNoReceipt() {
    answers(200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Sign in</title>");
    assertTrue(assertInstanceOf(Refused.class, teams()).why().contains("sign-in"));
    assertInstanceOf(Refused.class, webhook());
    assertInstanceOf(Refused.class, sms());
    answers(200, "text/plain", "\n <html><body>Sign in</body></html>");
    assertInstanceOf(Refused.class, webhook());
    answers(200, "text/plain", "Webhook message delivery failed with error: 429");
    assertInstanceOf(Failed.class, teams());
    assertNoSecret(teams());
  }

  @Test
  void aRedirectIsNotFollowed() {
    answers(302, "text/html", "");
    assertInstanceOf(Refused.class, teams());
  }

  @Test
  void aWebhooksCallIsSignedSoThatTheReceiverCanCheckIt() {
    assertEquals(new Delivered("answered 200"), webhook());
    String timestamp = headers.getFirst("Cryox-Timestamp");
    assertEquals(Long.toString(NOW.getEpochSecond()), timestamp);
    assertEquals("6f1c", headers.getFirst("Idempotency-Key"));
    assertEquals(
        WebhookSignature.of(
            Sent.SECRET.toCharArray(), timestamp, heard.getBytes(StandardCharsets.UTF_8)),
        headers.getFirst("Cryox-Signature"));
    assertTrue(heard.contains("\"facts\":{\"alarmId\":\"temp_001_HIGH_1\""), heard);
  }

  @Test
  void theSignatureIsTheOneThatOpensslMakes() {
    assertEquals(
        "sha256=df344de429b8ee672e1863e0008fdbd0080000536fbccdf0e4f89846acbbe872",
        WebhookSignature.of(
            "key".toCharArray(), "1767225600", "{}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatHangsTricklesOrBreaksOffIsTriedAgain() throws Exception {
    HttpPost hasty = new HttpPost(Duration.ofMillis(300), Duration.ofMillis(800));
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Outcome hangs = webhook("http://127.0.0.1:" + mute.getLocalPort() + "/", hasty);
      assertEquals(new Failed("127.0.0.1 did not answer in time."), hangs);
    }
    try (ServerSocket cuts = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> cut(cuts));
      Outcome cut = webhook("http://127.0.0.1:" + cuts.getLocalPort() + "/");
      assertEquals(new Failed("The connection to 127.0.0.1 broke off."), cut);
    }
  }

  private static void cut(ServerSocket server) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhal".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      assertTrue(socket.getInputStream().read() >= 0);
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }

  @Test
  void nothingIsSentWithoutItsSecret() {
    Sent.InMemory none = new Sent.InMemory();
    Outcome teams =
        new TeamsChannel(http).send(Sent.to(ChannelKind.TEAMS, ""), new Teams(true), none);
    assertInstanceOf(Refused.class, teams);
    Outcome webhook =
        new WebhookChannel(http, () -> NOW)
            .send(Sent.to(ChannelKind.WEBHOOK, ""), new Webhook(true, url("/")), none);
    assertInstanceOf(Refused.class, webhook);
    assertEquals("", heard);
  }
}
