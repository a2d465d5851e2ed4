package ai.cryox.backend.api;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.device.Device;
import ai.cryox.core.reading.PayloadEncoder;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A server on a free port over a session with one facility, and a client that talks to it.
final class ApiFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2024-12-01T15:00:00Z");
  static final String FACILITY = "/api/v1/facilities/warehouse_001";

  /// Stands in for the codec of `connectors`, which this module does not know.
  private static final PayloadEncoder ENCODER =
      message ->
          "{\"deviceId\":\"%s\",\"timestamp\":\"%s\",\"temperature\":%s}"
              .formatted(message.deviceId(), message.time(), ((Reading) message).temperature());

  final MemorySession session = new MemorySession(InstantSource.fixed(NOW));
  final ApiServer server =
      new ApiServer(new ApiSettings("127.0.0.1", 0), session, ENCODER, InstantSource.fixed(NOW));
  private final HttpClient client = HttpClient.newHttpClient();

  ApiFixture() {
    server.start();
    session.register(Device.unconfirmed("temp_001", "warehouse_001", NOW));
    session.register(Device.unconfirmed("temp_009", "warehouse_002", NOW));
  }

  void reading(String time, double temperature) {
    Instant at = Instant.parse(time);
    session.add(
        new ReceivedReading(Reading.of("temp_001", "warehouse_001", at, temperature), at, false));
  }

  void alarm(String alarmId, Severity severity, AlarmState state, Duration ago) {
    Instant at = NOW.minus(ago);
    session.add(
        new Alarm(
            alarmId,
            "temp_001",
            "warehouse_001",
            Condition.HIGH,
            severity,
            severity,
            state,
            6.5,
            5.0,
            Double.NaN,
            at,
            at,
            null,
            null,
            null,
            "",
            "",
            1));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(10));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
