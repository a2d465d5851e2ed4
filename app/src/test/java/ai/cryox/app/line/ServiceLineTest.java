package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.cryox.app.cli.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A real server gets on with whoever starts and stops it.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Java cannot send a signal there")
class ServiceLineTest {
  private static final int DONE = 0;
  private static final int BROKEN_OFF = 130;

  @TempDir Path folder;

  private static int ask(ServerProcess server) throws InterruptedException {
    server.process().destroy();
    assertTrue(server.process().waitFor(10, TimeUnit.SECONDS), "it ends within ten seconds");
    return server.process().exitValue();
  }

  private static void signal(ServerProcess server, String name)
      throws IOException, InterruptedException {
    String pid = Long.toString(server.process().pid());
    Process kill = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start();
    assertEquals(0, kill.waitFor(), name);
  }

  private static void awaitLine(ServerProcess server, String beginning) throws IOException {
    String line = server.process().inputReader().readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = server.process().inputReader().readLine();
    }
    assertTrue(line != null, "the server says " + beginning);
  }

  private static void publish(ServerProcess server, int count) throws MqttException {
    String broker = "tcp://127.0.0.1:" + server.mqttPort();
    try (MqttClient client = new MqttClient(broker, "writer", new MemoryPersistence())) {
      client.connect();
      Instant begin = Instant.now().minusSeconds(60);
      for (int i = 0; i < count; i++) {
        String payload =
            "{\"deviceId\":\"writer\",\"facilityId\":\"f\",\"timestamp\":\"%s\",\"temperature\":2.5}"
                .formatted(begin.plusMillis(i));
        client.publish(
            "devices/writer/messages/events/", payload.getBytes(StandardCharsets.UTF_8), 1, false);
      }
      client.disconnect();
    }
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("logs").resolve("cryox.log"));
  }

  @Test
  void aServerAskedToStopStoresAllEmptiesItsLogAndEndsWithZero() throws Exception {
    Path ready = folder.resolve("ready");
    try (ServerProcess server =
        ServerProcess.start(folder, "--ready-file", ready.toString(), "--log-level", "debug")) {
      awaitLine(server, "Stop");
      publish(server, 50);
      assertEquals(DONE, ask(server));
    }
    assertFalse(Files.exists(ready), "nothing is ready any more");
    assertFalse(Files.exists(folder.resolve("control.json")));
    Path writeAhead = folder.resolve("cryox.db-wal");
    assertTrue(!Files.exists(writeAhead) || Files.size(writeAhead) == 0, "it was worked off");
    assertTrue(log().contains("INFO    ai.cryox: Stopped."), log());
    Path csv = folder.resolve("out.csv");
    assertEquals(
        DONE,
        Commands.run(
            InstantSource.system(),
            "export",
            "--data",
            folder.toString(),
            "--out",
            csv.toString()));
    assertEquals(51, Files.readAllLines(csv).size());
  }

  @Test
  void whatListensStandsInTheReadyFileAsLongAsItDoes() throws Exception {
    Path ready = folder.resolve("ready");
    try (ServerProcess server =
        ServerProcess.start(folder, "--ready-file", ready.toString(), "--https-port", "0")) {
      awaitLine(server, "status");
      String text = Files.readString(ready);
      assertTrue(text.contains("mqtt://127.0.0.1:" + server.mqttPort()), text);
      assertTrue(text.contains("https://0.0.0.0:"), text);
      assertEquals(DONE, ask(server));
    }
  }

  @Test
  void askedTwiceItEndsAtOnceAndLosesNothingThatItAcknowledged() throws Exception {
    assumeFalse(isInterruptIgnored(), "what started the tests lets nobody hear SIGINT");
    try (ServerProcess server = ServerProcess.start(folder)) {
      publish(server, 20);
      // A client that stays connected and silent is waited for.
      MqttClient idle =
          new MqttClient("tcp://127.0.0.1:" + server.mqttPort(), "idle", new MemoryPersistence());
      idle.connect();
      // Two signals wait for a process that was halted, so it hears both before it could have
      // ended.
      for (String signal : List.of("STOP", "TERM", "INT", "CONT")) {
        signal(server, signal);
      }
      assertTrue(server.process().waitFor(60, TimeUnit.SECONDS), "it ends");
      assertEquals(BROKEN_OFF, server.process().exitValue());
      idle.close(true);
    }
    Path csv = folder.resolve("out.csv");
    assertEquals(
        DONE,
        Commands.run(
            InstantSource.system(),
            "export",
            "--data",
            folder.toString(),
            "--out",
            csv.toString()));
    assertEquals(21, Files.readAllLines(csv).size());
  }

  /// A shell that starts something in the background hands on that SIGINT is ignored, and no Java
  /// below it hears one. Only Linux says so.
  private static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .anyMatch(ignored -> (ignored & 0b10) != 0);
    }
  }
}
