package ai.cryox.app.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.link.Await;
import ai.cryox.app.servers.Server;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.KnownServers;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.RunningBackend;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.backend.store.FolderInUseException;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.ReadingQuery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `cryox console` does on a folder that a server works in, by the parts it is wired from and
/// without its window; the server is a process of its own.
class AttachingConsoleTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path temp;
  private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

  @Test
  void aConsoleBesideAServerLooksAtItAndMonitorsOnceTheServerIsGone() throws Exception {
    Path data = temp.resolve("data");
    KnownServers servers = new KnownServers(data.resolve("servers"), CLOCK);
    try (ServerProcess process = ServerProcess.start(data)) {
      assertThrows(FolderInUseException.class, () -> monitor(data));
      Server running = Objects.requireNonNull(RunningBackend.on(data, servers));
      assertEquals(process.httpPort(), running.address().getPort());
      try (Session console = servers.connect(running, new SignIn.Desk("Ada"))) {
        publish(process.mqttPort(), 0, 2.5);
        publish(process.mqttPort(), 1, 9.5);
        Await.until("the alarm", () -> console.live().latest().alarms().size() == 1);
        assertEquals(LiveBy.STREAM, console.standing().liveBy());
        Alarm alarm = console.live().latest().alarms().getFirst();
        List<Alarm> seen =
            console.alarmActions().acknowledge(List.of(alarm.alarmId()), "from beside");
        assertEquals("from beside", seen.getFirst().comment());
        assertThrows(FolderInUseException.class, () -> monitor(data), "still nobody else");
        assertEquals(2, stored(console));
        assertEquals(2, console.live().latest().vitals().stored(), "nothing was taken in twice");
      }
      process.process().destroy();
      assertTrue(process.process().waitFor(60, TimeUnit.SECONDS), "it stops when asked to");
    }
    assertNull(RunningBackend.on(data, servers), "nobody runs there");
    try (Monitoring here = monitor(data)) {
      Alarm kept = here.session().live().latest().alarms().getFirst();
      assertEquals(AlarmState.ACKNOWLEDGED, kept.state());
      assertEquals("from beside", kept.comment());
      publish(here.mqttPort(), 1, 9.5);
      publish(here.mqttPort(), 2, 2.0);
      assertEquals(3, stored(here.session()));
      assertEquals(1, here.session().live().latest().vitals().duplicates());
    }
  }

  private static Monitoring monitor(Path data) {
    return new Wiring(CLOCK).start(data, HostPort.ANY, HostPort.ANY, "Ada");
  }

  private long stored(Session session) {
    ReadingQuery all = ReadingQuery.ofDevice("unit", begin.minusSeconds(60), begin.plusSeconds(60));
    return session.readings(all, PageRequest.first(50)).items().size();
  }

  /// Returns when the reading is stored.
  private void publish(int port, int number, double celsius) {
    try (MqttClient client =
        new MqttClient("tcp://127.0.0.1:" + port, "unit", new MemoryPersistence())) {
      client.setTimeToWait(20_000);
      client.connect();
      String payload =
          "{\"deviceId\":\"unit\",\"facilityId\":\"f\",\"timestamp\":\"%s\",\"temperature\":%s}"
              .formatted(begin.plusSeconds(number), celsius);
      client.publish(
          "devices/unit/messages/events/", payload.getBytes(StandardCharsets.UTF_8), 1, false);
      client.disconnect();
    } catch (MqttException broken) {
      throw new AssertionError(broken);
    }
  }
}
