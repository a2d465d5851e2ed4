package ai.cryox.app.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.routing.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlarmFileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T20:14:07Z");
  private static final Origin ORIGIN =
      new Origin("client", "devices/x/messages/events/", null, null, Map.of());

  @TempDir Path folder;
  private LocalBackend backend;
  private Session session;

  @BeforeEach
  void open() {
    backend =
        new LocalBackend(BackendSettings.at(folder.resolve("data")), InstantSource.fixed(NOW));
    backend.start();
    session = backend.signIn(new SignIn.Desk("anna"));
    hand("d07", 25.0);
    hand("d10", -26.5);
    await(() -> session.live().latest().alarms().size() == 2);
    List<String> ids =
        session.live().latest().alarms().stream()
            .filter(alarm -> alarm.deviceId().equals("d10"))
            .map(Alarm::alarmId)
            .toList();
    session.alarmActions().acknowledge(ids, "=HYPERLINK(\"x\")");
  }

  private void hand(String deviceId, double celsius) {
    Reading reading = Reading.of(deviceId, "north", NOW.minusSeconds(5), celsius);
    Decoded decoded = new Decoded(List.of(reading), List.of());
    assertTrue(backend.sink().offer(new Delivery(ORIGIN, NOW, new byte[2], decoded, Receipt.NONE)));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it took too long");
      LockSupport.parkNanos(1_000_000);
    }
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private static AlarmQuery of(String deviceId, Instant since) {
    return new AlarmQuery(null, deviceId, null, since, NOW.plusSeconds(60));
  }

  @Test
  void everyStepOfOneDevicesAlarmsIsInTheFileAndNobodyElses() throws IOException {
    Path file = folder.resolve("alarms.csv");
    int lines = new AlarmFile(session).write(of("d10", Instant.EPOCH), file, () -> false);
    List<String> written = Files.readAllLines(file);
    assertEquals(2, lines);
    assertEquals(3, written.size());
    assertEquals(16, written.getFirst().split(",").length);
    assertTrue(written.get(1).contains(",d10,north,LOW,"), written.get(1));
    assertTrue(written.get(1).contains(",-26.5,"), "a number stays a number");
    assertTrue(written.get(2).endsWith(",anna,\"'=HYPERLINK(\"\"x\"\")\""), written.get(2));
    assertTrue(written.stream().noneMatch(line -> line.contains("d07")));
  }

  @Test
  void whatWasRaisedBeforeIsLeftOut() throws IOException {
    Path file = folder.resolve("alarms.csv");
    assertEquals(0, new AlarmFile(session).write(of("d10", NOW), file, () -> false));
    assertEquals(1, Files.readAllLines(file).size());
  }

  @Test
  void aCancelledFileIsNotThereAndTheOldOneStays() throws IOException {
    Path file = Files.writeString(folder.resolve("alarms.csv"), "as it was");
    AlarmFile export = new AlarmFile(session);
    assertThrows(
        CancellationException.class,
        () -> export.write(of("d10", Instant.EPOCH), file, () -> true));
    assertEquals("as it was", Files.readString(file));
    assertFalse(Files.exists(folder.resolve("alarms.csv.part")));
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    Path file = folder.resolve("nowhere").resolve("alarms.csv");
    AlarmFile export = new AlarmFile(session);
    assertThrows(
        UncheckedIOException.class,
        () -> export.write(of("d10", Instant.EPOCH), file, () -> false));
  }
}
