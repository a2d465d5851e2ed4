package ai.cryox.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void whoListensHearsOfTheBeginningTheSignsOfLifeAndTheEnd() {
    Path address = folder.resolve("n");
    try (NoticeReceiver receiver = new NoticeReceiver(address)) {
      Supervisor supervisor =
          Supervisor.of(Map.of("NOTIFY_SOCKET", address.toString(), "WATCHDOG_USEC", "3000000"), 7);
      supervisor.ready("Monitors.");
      supervisor.alive();
      supervisor.stopping();
      assertEquals("READY=1\nSTATUS=Monitors.", receiver.next());
      assertEquals("WATCHDOG=1", receiver.next());
      assertEquals("STOPPING=1", receiver.next());
      assertEquals(Duration.ofMillis(1500), supervisor.betweenSignsOfLife());
    }
  }

  @Test
  void signsOfLifeAreGivenOnlyWhereTheyAreWantedOfThisProcess() {
    String socket = folder.resolve("none").toString();
    assertEquals(
        Duration.ZERO,
        Supervisor.of(Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "9", "WATCHDOG_PID", "8"), 7)
            .betweenSignsOfLife());
    assertEquals(Duration.ZERO, Supervisor.of(Map.of(), 7).betweenSignsOfLife());
    assertEquals(
        Duration.ZERO,
        Supervisor.of(Map.of("NOTIFY_SOCKET", socket, "WATCHDOG_USEC", "soon"), 7)
            .betweenSignsOfLife());
  }

  @Test
  void nobodyWhoListensIsNoReasonToFail() {
    Supervisor.of(Map.of(), 7).ready("Monitors.");
    Supervisor.of(Map.of("NOTIFY_SOCKET", folder.resolve("none").toString()), 7).ready("Monitors.");
  }
}
