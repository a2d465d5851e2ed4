package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Requests that make no sense, from a seed, over a raw socket: broken JSON, wrong types, huge
/// numbers, bad tokens, odd encodings and headers. Whatever comes, the answer is no fault of ours,
/// and every refusal is a problem document.
@TestInstance(Lifecycle.PER_CLASS)
final class ApiFuzzTest {
  private static final int REQUESTS = Integer.getInteger("cryox.fuzz.packets", 50_000) / 25;
  private static final long SEED = 20_261_129;
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private static final List<String> ODD =
      List.of(
          "",
          "null",
          "-1",
          "0",
          "99999999999999999999",
          "1e999",
          "NaN",
          "%00",
          "%ff%fe",
          "%E2%82",
          "..",
          "%2e%2e",
          "a%20b",
          "'; DROP TABLE alarm; --",
          "%F0%9F%A7%8A",
          "*",
          "\"",
          "{}",
          "[]",
          "true",
          "2024-12-01T14:30:22Z",
          "2024-13-45T99:99:99Z",
          "+999999999-01-01T00:00:00Z",
          "PT5M",
          "P999999999D",
          "-PT1S",
          "warehouse_001",
          "temp_001",
          "HIGH",
          "x".repeat(3_000));

  private static final List<String> QUERIES =
      List.of(
          "startTime",
          "endTime",
          "pageSize",
          "continuationToken",
          "resolution",
          "severity",
          "deviceId",
          "facilityId",
          "since",
          "days",
          "profileId",
          "collect",
          "who",
          "what");

  private static final List<String> HEADERS =
      List.of(
          "If-Match",
          "If-None-Match",
          "Idempotency-Key",
          "Last-Event-ID",
          "traceparent",
          "Authorization",
          "Accept",
          "Content-Type",
          "Content-Encoding",
          "Accept-Encoding");

  private static final List<String> BODIES =
      List.of(
          "{\"samplingRate\":30,\"alertThresholds\":{\"temperatureHigh\":5.0,\"temperatureLow\":-20.0}}",
          "{\"comment\":\"seen\"}",
          "{\"minutes\":5,\"reason\":\"defrost\"}",
          "{\"body\":\"x\",\"properties\":{\"a\":\"b\"},\"timeToLiveInSeconds\":5}",
          "{\"payload\":{\"a\":[1,2]},\"responseTimeoutInSeconds\":5}",
          "{\"routes\":[{\"name\":\"a\",\"source\":\"DeviceMessages\",\"condition\":\"true\",\"endpoint\":\"temperature\",\"enabled\":true}]}",
          "{\"deviceId\":\"temp_001\",\"properties\":{\"alert\":\"true\"}}",
          "{\"profileId\":\"mine\",\"name\":\"Mine\",\"limits\":{\"highHigh\":{\"value\":7,\"deadband\":0.5,\"onDelay\":\"PT0S\",\"offDelay\":\"PT1M\"}}}",
          "{\"startTime\":\"2024-12-01T14:00:00Z\",\"endTime\":\"2024-12-01T15:00:00Z\",\"alertThresholds\":{\"temperatureHigh\":5}}");

  private static final List<String> SPLICES =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "1e400",
          "-9223372036854775809",
          "\\u0000",
          "\\ud800",
          "true",
          "\u0001",
          "{\"a\":".repeat(600),
          "9".repeat(2_000));

  private ApiFixture api;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    api = new ApiFixture(folder);
    api.alarm(Duration.ofMinutes(3), 7.25);
  }

  @AfterAll
  void stop() {
    api.close();
  }

  @Test
  void nothingThatMakesNoSenseIsAFaultOfOurs() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> addresses =
        api.server.addresses().stream()
            // They answer as long as they are listened to, and what methods wait for never comes.
            .filter(address -> !address.endsWith("/stream") && !address.contains("/methods/"))
            .toList();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < REQUESTS && faults.size() < 20; i++) {
      byte[] request = request(random, addresses);
      String answer = exchange(request);
      if (!isInOrder(answer)) {
        faults.add(
            "request %d of seed %d:%n%.1500s%nanswer:%n%.1500s%n"
                .formatted(i, SEED, new String(request, StandardCharsets.UTF_8), answer));
      }
    }
    assertEquals(List.of(), faults);
  }

  private byte[] request(SplittableRandom random, List<String> addresses) {
    String[] address = pick(random, addresses).split(" ", 2);
    String method =
        random.nextInt(12) == 0
            ? pick(random, List.of("GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "BREW"))
            : address[0].toUpperCase(Locale.ROOT);
    StringBuilder target = new StringBuilder();
    Matcher parameters = PARAMETER.matcher(address[1]);
    while (parameters.find()) {
      String value = random.nextBoolean() ? sane(parameters.group()) : encoded(pick(random, ODD));
      parameters.appendReplacement(target, Matcher.quoteReplacement(value));
    }
    parameters.appendTail(target);
    for (int n = random.nextInt(4); n > 0; n--) {
      target.append(target.indexOf("?") < 0 ? '?' : '&').append(pick(random, QUERIES));
      target.append('=').append(encoded(pick(random, ODD)));
    }
    byte[] body = body(random, method);
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    head.append("Host: localhost\r\nConnection: close\r\n");
    for (int n = random.nextInt(3); n > 0; n--) {
      head.append(pick(random, HEADERS)).append(": ").append(pick(random, ODD)).append("\r\n");
    }
    if (body.length > 0 || method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private static String sane(String parameter) {
    return switch (parameter) {
      case "{facilityId}" -> "warehouse_001";
      case "{deviceId}" -> "temp_001";
      case "{alertId}" ->
          "temp_001_HIGH_" + ApiFixture.NOW.minus(Duration.ofMinutes(3)).toEpochMilli();
      case "{condition}" -> "HIGH";
      case "{version}" -> "1";
      default -> "mine";
    };
  }

  /// What may stand in a target at all; the wire refuses the rest by itself.
  private static String encoded(String odd) {
    return odd.replace(" ", "+").replace("\"", "%22").replace("{", "%7B").replace("}", "%7D");
  }

  private static byte[] body(SplittableRandom random, String method) {
    if (method.equals("GET") || method.equals("DELETE") || random.nextInt(10) == 0) {
      return new byte[0];
    }
    StringBuilder text = new StringBuilder(pick(random, BODIES));
    for (int n = random.nextInt(4); n > 0; n--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, pick(random, SPLICES));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(9)));
        default -> text.replace(at, Math.min(text.length(), at + 1), pick(random, SPLICES));
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(6) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static <T> T pick(SplittableRandom random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String exchange(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean isInOrder(String answer) {
    if (!answer.startsWith("HTTP/1.1 ") || answer.contains("\tat ")) {
      return false;
    }
    int status = Integer.parseInt(answer.substring(9, 12));
    return status < 400
        || (status < 500
            && answer.contains("Content-Type: application/problem+json")
            && answer.contains("\"traceId\":\""));
  }
}
