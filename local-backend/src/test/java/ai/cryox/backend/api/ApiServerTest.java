package ai.cryox.backend.api;

import static ai.cryox.backend.api.ApiFixture.FACILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiServerTest extends WithApi {
  @Test
  void discoveryNamesEveryFeatureAndItsAddress() throws Exception {
    String body = api.get("/api/v1").body();
    assertTrue(
        body.contains("\"temperature\":\"/api/v1/facilities/{facilityId}/temperature\""), body);
    assertTrue(body.contains("\"configure\":"), body);
  }

  @Test
  void aStoreInTroubleMakesTheServerUnready() throws Exception {
    assertEquals(200, api.get("/health/ready").statusCode());
    api.sql(
        "CREATE TRIGGER broken BEFORE INSERT ON raw_log BEGIN SELECT RAISE(ABORT, 'no room'); END");
    CountDownLatch stored = api.offer(ApiFixture.NOW, 2.5);
    HttpResponse<String> answer = awaitReady(503);
    assertTrue(answer.body().contains("Readings cannot be stored"), answer.body());
    assertTrue(answer.body().contains("no room"), answer.body());
    assertEquals(1, stored.getCount(), "acknowledged without being stored");
    assertEquals(200, api.get("/health/live").statusCode());
    api.sql("DROP TRIGGER broken");
    awaitReady(200);
    assertTrue(stored.await(60, TimeUnit.SECONDS));
  }

  private HttpResponse<String> awaitReady(int status) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    HttpResponse<String> answer = api.get("/health/ready");
    while (answer.statusCode() != status && System.nanoTime() < deadline) {
      answer = api.get("/health/ready");
    }
    assertEquals(status, answer.statusCode(), answer.body());
    return answer;
  }

  @Test
  void anUnknownRouteIsAProblemWithAllItsMembers() throws Exception {
    HttpResponse<String> answer =
        api.send(
            api.request("/api/v2?x=1")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    assertEquals(404, answer.statusCode());
    assertEquals(
        "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
            + "\"detail\":\"There is nothing at this address. GET /api/v1 lists what there is.\","
            + "\"instance\":\"/api/v2\",\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}",
        answer.body());
  }

  @Test
  void aWrongMethodIsToldTheRightOne() throws Exception {
    HttpResponse<String> answer = api.post(FACILITY + "/temperature", "{}");
    assertEquals(405, answer.statusCode());
    assertEquals("GET", answer.headers().firstValue("Allow").orElse(""));
    assertTrue(answer.body().contains("does not take POST"), answer.body());
  }

  @Test
  void aBackendThatCannotAnswerIsUnavailableInItsOwnWords() throws Exception {
    api.reading("2024-12-01T14:30:22Z", 2.5);
    api.sql("ALTER TABLE chunk RENAME TO lost");
    HttpResponse<String> answer = api.get(FACILITY + "/temperature");
    assertEquals(503, answer.statusCode());
    assertTrue(answer.body().contains("cannot be read"), answer.body());
  }

  @Test
  void aFaultOfOursShowsItsTraceIdAndNoStackTrace() throws Exception {
    api.encodeWith(message -> {
      throw new IllegalStateException("secret inner words");
    });
    assertFaultOfOurs();
  }

  @Test
  void evenAnErrorOfTheMachineIsAProblem() throws Exception {
    api.encodeWith(message -> {
      throw new StackOverflowError("secret inner words");
    });
    assertFaultOfOurs();
  }

  private void assertFaultOfOurs() throws Exception {
    api.reading("2024-12-01T14:30:22Z", 2.5);
    HttpResponse<String> answer =
        api.send(
            api.request(FACILITY + "/temperature")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    assertEquals(500, answer.statusCode());
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json"));
    assertEquals(
        "{\"type\":\"about:blank\",\"title\":\"Server Error\",\"status\":500,"
            + "\"detail\":\"This is a fault of ours, not of your request. The log has it by its"
            + " traceId.\",\"instance\":\"/api/v1/facilities/warehouse_001/temperature\","
            + "\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}",
        answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1 HTTP/1.1\r\nHost: evil.example\r\n",
        "GET /api/v1 HTTP/1.1\r\nHost: 192.168.1.7:8080\r\n",
        "POST /api/v1 HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n",
      })
  void aWebPageCannotReachTheServer(String head) throws Exception {
    String answer = raw(head + "Connection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a%2Fb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
      })
  void whatIsNotEvenARequestGetsAProblemToo(String bytes) throws Exception {
    String answer = raw(bytes);
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertFalse(answer.contains("<html"), answer);
    assertFalse(answer.contains("Server:"), answer);
  }

  private String raw(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBusyPortIsSaidInOneSentence() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      ApiException e =
          assertThrows(ApiException.class, () -> startOn("127.0.0.1", other.getLocalPort()));
      assertTrue(
          String.valueOf(e.getMessage())
              .contains("cannot listen on 127.0.0.1:" + other.getLocalPort()),
          e::getMessage);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
  void onlyLoopbackAddressesAreTaken(String host) {
    ApiException e = assertThrows(ApiException.class, () -> startOn(host, 0));
    assertTrue(String.valueOf(e.getMessage()).contains("Use 127.0.0.1"), e::getMessage);
  }

  private void startOn(String host, int port) {
    try (ApiServer second =
        new ApiServer(
            new ApiSettings(host, port),
            api.session,
            message -> "{}",
            InstantSource.fixed(ApiFixture.NOW))) {
      second.start();
    }
  }
}
