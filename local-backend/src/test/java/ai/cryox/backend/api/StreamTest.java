package ai.cryox.backend.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
final class StreamTest extends WithApi {
  private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");

  @Test
  void withoutACursorThereIsEverything() throws Exception {
    String alarmId = api.alarm(Duration.ofMinutes(3), 7.25);
    HttpResponse<String> answer = api.get("/api/v1/changes");
    assertEquals(200, answer.statusCode(), answer.body());
    String body = answer.body();
    assertTrue(body.contains("\"reset\":true"), body);
    assertTrue(body.contains("\"deviceId\":\"temp_001\""), body);
    assertTrue(body.contains("\"deviceId\":\"temp_009\""), body);
    assertTrue(body.contains("\"alerts\":[{\"alertId\":\"" + alarmId + "\""), body);
    assertTrue(body.contains("\"limits\":{\"profileId\":"), body);
    assertTrue(body.contains("\"band\":\"HIGH_HIGH\""), body);
    assertTrue(body.contains("\"trace\":[[1733065020000,7.25]]"), body);
    assertTrue(body.contains("\"vitals\":{\"startedAt\":"), body);
    assertTrue(body.contains("\"escalations\":["), body);
  }

  @Test
  void withACursorThereIsOnlyWhatChanged() throws Exception {
    api.reading("2024-12-01T14:57:00Z", 2.0);
    String first = api.get("/api/v1/changes").body();
    api.reading("2024-12-01T14:57:30Z", 2.5);
    String next = api.get("/api/v1/changes?since=" + cursor(first)).body();
    assertTrue(next.contains("\"reset\":false"), next);
    assertTrue(next.contains("\"deviceId\":\"temp_001\""), next);
    assertFalse(next.contains("temp_009"), next);
    assertTrue(next.contains("\"traceWhole\":false,\"trace\":[[1733065050000,2.5]]"), next);
  }

  @Test
  void whoMissedOneChangeOfADeviceGetsItsWholeTrace() throws Exception {
    api.reading("2024-12-01T14:57:00Z", 2.0);
    String first = api.get("/api/v1/changes").body();
    api.reading("2024-12-01T14:57:30Z", 2.5);
    api.get("/api/v1/changes");
    api.reading("2024-12-01T14:58:00Z", 3.0);
    String next = api.get("/api/v1/changes?since=" + cursor(first)).body();
    assertTrue(next.contains("\"traceWhole\":true,\"trace\":[[1733065020000,2.0],"), next);
  }

  @Test
  void anAlarmThatEndedIsNamed() throws Exception {
    String alarmId = api.alarm(Duration.ofMinutes(3), 7.25);
    String first = api.get("/api/v1/changes").body();
    api.reading(ApiFixture.NOW.minusSeconds(60).toString(), 2.0);
    api.session.alarmActions().acknowledge(List.of(alarmId), "");
    String next = api.get("/api/v1/changes?since=" + cursor(first)).body();
    assertTrue(next.contains("\"alertsEnded\":[\"" + alarmId + "\"]"), next);
  }

  @Test
  void aCursorOfAnotherRunOrOfNobodyStartsAnew() throws Exception {
    String own = cursor(api.get("/api/v1/changes").body());
    for (String cursor : List.of("nonsense", "abc.all.1", own + "9999", own.replace("all", "a1"))) {
      String body = api.get("/api/v1/changes?since=" + cursor).body();
      assertTrue(body.contains("\"reset\":true"), cursor + " " + body);
    }
  }

  @Test
  void aPollWaitsForAnAlarmWhileItCollects() throws Exception {
    String first = api.get("/api/v1/changes").body();
    var answer =
        api.sendLater(api.request("/api/v1/changes?wait=50&collect=50&since=" + cursor(first)));
    api.reading("2024-12-01T14:56:00Z", 2.0);
    assertFalse(answer.isDone());
    String alarmId = api.alarm(Duration.ofMinutes(3), 7.25);
    String body = answer.get(60, TimeUnit.SECONDS).body();
    assertTrue(body.contains(alarmId), body);
    assertTrue(body.contains("\"reset\":false"), body);
  }

  @Test
  void aPollEndsWhenItsTimeIsOver() throws Exception {
    String first = api.get("/api/v1/changes").body();
    String body = api.get("/api/v1/changes?wait=1&since=" + cursor(first)).body();
    assertTrue(body.contains("\"devices\":[]"), body);
  }

  @Test
  void aStreamBeginsWithEverythingAndGoesOnWithChanges() throws Exception {
    try (Stream stream = new Stream(null)) {
      assertEquals("snapshot", stream.await("temp_009").name());
      String alarmId = api.alarm(Duration.ofMinutes(3), 7.25);
      Event alarm = stream.await(alarmId);
      assertEquals("changes", alarm.name());
      assertEquals(alarm.id(), cursor(alarm.data()));
    }
  }

  @Test
  void aStreamGoesOnWhereItBrokeOff() throws Exception {
    String had;
    try (Stream stream = new Stream(null)) {
      had = stream.await("temp_009").id();
    }
    api.reading("2024-12-01T14:57:30Z", 2.5);
    try (Stream stream = new Stream(had)) {
      Event missed = stream.await("2024-12-01T14:57:30Z");
      assertEquals("changes", missed.name());
      assertFalse(missed.data().contains("temp_009"), missed.data());
      assertNotEquals(had, missed.id());
    }
  }

  @Test
  void manyStreamsDoNotUseUpTheThreads() throws Exception {
    List<Stream> streams = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        streams.add(new Stream(null));
      }
      assertEquals(200, api.get("/health/live").statusCode());
      String alarmId = api.alarm(Duration.ofMinutes(3), 7.25);
      for (Stream stream : streams) {
        stream.await(alarmId);
      }
    } finally {
      streams.forEach(Stream::close);
    }
  }

  private static String cursor(String body) {
    Matcher matcher = CURSOR.matcher(body);
    assertTrue(matcher.find(), body);
    return matcher.group(1);
  }

  private record Event(String name, String id, String data) {}

  private final class Stream implements AutoCloseable {
    private final BufferedReader lines;

    Stream(@Nullable String lastEventId) throws IOException, InterruptedException {
      var request = api.request("/api/v1/stream").header("Accept", "text/event-stream");
      if (lastEventId != null) {
        request.header("Last-Event-ID", lastEventId);
      }
      HttpResponse<InputStream> answer = api.open(request);
      assertEquals(200, answer.statusCode());
      assertEquals(
          "text/event-stream",
          answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /// The first event from now on that says this.
    Event await(String text) throws IOException {
      Event event = next();
      while (!event.data().contains(text)) {
        event = next();
      }
      return event;
    }

    private Event next() throws IOException {
      String id = "";
      String name = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          return new Event(name, id, data);
        }
      }
      throw new IOException("the stream ended");
    }

    @Override
    public void close() {
      try {
        lines.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
