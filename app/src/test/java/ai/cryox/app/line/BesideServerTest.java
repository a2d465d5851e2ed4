package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.cli.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that look at data work beside a server that goes on storing.
class BesideServerTest {
  private static final int ENOUGH = 100;

  @TempDir Path temp;
  private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(120);
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final CountDownLatch busy = new CountDownLatch(1);

  private int run(String command, Path data, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = command;
    arguments[1] = "--data";
    arguments[2] = data.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Commands.run(InstantSource.system(), arguments);
  }

  private int rows(Path data) throws IOException {
    Path csv = temp.resolve("rows.csv");
    assertEquals(0, run("export", data, "--out", csv.toString()));
    return Files.readAllLines(csv).size() - 1;
  }

  @Test
  void whatWasAcknowledgedIsCheckedExportedSavedAndRestoredBesideAWorkingServer() throws Exception {
    Path data = temp.resolve("data");
    Path restored = temp.resolve("restored");
    String backup = temp.resolve("backup.zip").toString();
    int before;
    try (ServerProcess server = ServerProcess.start(data)) {
      Thread writer = Thread.ofPlatform().start(() -> publish(server));
      assertTrue(busy.await(60, TimeUnit.SECONDS), "the server acknowledges");
      before = acknowledged.get();
      assertTrue(rows(data) >= before);
      assertEquals(0, run("check", data));
      assertEquals(0, run("backup", data, "--out", backup));
      assertEquals(1, run("restore", data, "--from", backup, "--replace"), "in use");
      stop.set(true);
      writer.join();
      server.kill();
    }
    assertEquals(0, run("check", data));
    assertTrue(rows(data) >= acknowledged.get());
    assertEquals(1, run("restore", data, "--from", backup), "it holds data");
    assertEquals(0, run("restore", restored, "--from", backup));
    assertEquals(0, run("check", restored));
    assertTrue(rows(restored) >= before);
    ServerProcess.start(restored).close();
  }

  private void publish(ServerProcess server) {
    String broker = "tcp://127.0.0.1:" + server.mqttPort();
    try (MqttClient client = new MqttClient(broker, "writer", new MemoryPersistence())) {
      client.setTimeToWait(5_000);
      client.connect();
      while (!stop.get()) {
        String payload =
            "{\"deviceId\":\"writer\",\"facilityId\":\"f\",\"timestamp\":\"%s\",\"temperature\":2.5}"
                .formatted(begin.plusMillis(acknowledged.get()));
        client.publish(
            "devices/writer/messages/events/", payload.getBytes(StandardCharsets.UTF_8), 1, false);
        if (acknowledged.incrementAndGet() >= ENOUGH) {
          busy.countDown();
        }
      }
      client.disconnect();
    } catch (MqttException broken) {
      throw new AssertionError("the server was disturbed", broken);
    }
  }

  @Test
  void nonsenseIsRefusedBeforeAnythingIsDone() {
    assertEquals(2, run("export", temp, "--from", "yesterday"));
    assertEquals(2, run("export", temp, "--from", "2026-03-02", "--to", "2026-03-01"));
    assertEquals(2, run("export", temp, "--device", "a", "--facility", "b"));
    assertEquals(2, run("export", temp, "--kind", "everything"));
    assertEquals(2, run("backup", temp));
    assertEquals(1, run("check", temp), "there is nothing");
  }
}
