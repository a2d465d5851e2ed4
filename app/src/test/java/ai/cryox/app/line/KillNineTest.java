package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a device was told is safe must be there, once, however the process ended.
class KillNineTest {
  private static final int WRITERS = 4;
  private static final int KILLS = 3;
  private static final int BEFORE_KILL = 200;
  private static final Pattern ID = Pattern.compile("\"id\":\"(writer[^\"]*)\"");

  @TempDir Path folder;
  private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(120);
  private final Set<String> acknowledged = new ConcurrentSkipListSet<>();

  @Test
  void everythingAcknowledgedBeforeAKillIsThereOnceAfterIt() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      try (ServerProcess server = ServerProcess.start(folder)) {
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
          String device = "writer_" + writer;
          int round = kill;
          writers.add(Thread.ofPlatform().start(() -> write(server, device, round)));
        }
        int goal = (kill + 1) * BEFORE_KILL;
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (acknowledged.size() < goal && System.nanoTime() < deadline) {
          Thread.onSpinWait();
        }
        server.kill();
        for (Thread writer : writers) {
          writer.join();
        }
        assertTrue(acknowledged.size() >= goal, "the writers were heard");
      }
    }
    try (ServerProcess server = ServerProcess.start(folder)) {
      List<String> stored = stored(server);
      assertEquals(stored.size(), new TreeSet<>(stored).size(), "nothing is there twice");
      Set<String> lost = new TreeSet<>(acknowledged);
      lost.removeAll(new TreeSet<>(stored));
      assertEquals(Set.of(), lost);
    }
  }

  private void write(ServerProcess server, String device, int round) {
    String broker = "tcp://127.0.0.1:" + server.mqttPort();
    MqttConnectOptions options = new MqttConnectOptions();
    options.setConnectionTimeout(5);
    try (MqttClient client = new MqttClient(broker, device, new MemoryPersistence())) {
      client.setTimeToWait(5_000);
      client.connect(options);
      for (int i = 0; ; i++) {
        String id = "%s_%d_%05d".formatted(device, round, i);
        Instant time = begin.plusSeconds(20L * round).plusMillis(i);
        String payload =
            "{\"id\":\"%s\",\"deviceId\":\"%s\",\"facilityId\":\"f\",\"timestamp\":\"%s\",\"temperature\":2.5}"
                .formatted(id, device, time);
        client.publish(
            "devices/" + device + "/messages/events/",
            payload.getBytes(StandardCharsets.UTF_8),
            1,
            false);
        acknowledged.add(id);
      }
    } catch (MqttException killed) {
      // The server is gone: what was not acknowledged may be lost.
    }
  }

  private List<String> stored(ServerProcess server) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    String base =
        "http://127.0.0.1:%d/api/v1/facilities/f/temperature?pageSize=1000&startTime=%s&endTime=%s"
            .formatted(server.httpPort(), begin, begin.plusSeconds(600));
    try (HttpClient http = HttpClient.newHttpClient()) {
      String next = base;
      while (next != null) {
        String body =
            http.send(
                    HttpRequest.newBuilder(URI.create(next)).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher id = ID.matcher(body);
        while (id.find()) {
          ids.add(id.group(1));
        }
        Matcher token = Pattern.compile("\"continuationToken\":\"([^\"]+)\"").matcher(body);
        next = token.find() ? base + "&continuationToken=" + token.group(1) : null;
      }
    }
    return ids;
  }
}
