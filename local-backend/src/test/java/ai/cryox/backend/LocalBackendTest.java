package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.store.StoreException;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.reading.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What becomes of what devices send, over the whole line.
class LocalBackendTest extends LineGround {
  @Test
  void aReadingIsAcknowledgedOnceItIsStoredAndShown() {
    assertEquals(1, read(2.5).get());
    assertEquals(1, stored().size());
    DeviceLive live = live().device(FRIDGE).orElseThrow();
    assertFalse(live.device().confirmed());
    assertFalse(live.isStale(now));
    pass(Duration.ofSeconds(61));
    assertTrue(live.isStale(now));
  }

  @Test
  void aRestartKeepsAlarmsValuesAndRunningDelays() {
    asking(() -> {
      session.register(fridge());
      return true;
    });
    read(9.0);
    pass(Duration.ofSeconds(90));
    read(9.0);
    restart();
    assertEquals(9.0, newestValue(), 1e-9);
    pass(Duration.ofSeconds(90));
    read(9.1);
    assertEquals(Condition.HIGH, active().getFirst().condition());
    restart();
    assertEquals(AlarmState.UNACKNOWLEDGED, active().getFirst().state());
    assertEquals(3, live().vitals().stored());
  }

  private Device fridge() {
    return new Device(
        FRIDGE,
        "warehouse_001",
        "Pharma hall",
        "Vaccine fridge 07",
        "refrigerator-2-8",
        true,
        DeviceConfiguration.NONE,
        DeviceConfiguration.NONE,
        now);
  }

  @Test
  void whatComesAgainIsStoredOnceAndAcknowledgedAgain() {
    Reading reading = Reading.of(FRIDGE, "warehouse_001", now, 2.5);
    send(reading);
    pass(Duration.ofSeconds(30));
    read(2.6);
    assertEquals(2, send(reading, reading).get() + 1);
    assertEquals(2, stored().size());
    assertEquals(List.of(), rejected());
    assertEquals(2, live().vitals().duplicates());
  }

  @Test
  void anotherValueForTheSameMomentIsAConflictAndTheFirstIsKept() {
    send(
        Reading.of(FRIDGE, "warehouse_001", now, 2.5),
        Reading.of(FRIDGE, "warehouse_001", now, 9.5));
    assertEquals(List.of(2.5), stored().stream().map(r -> r.reading().temperature()).toList());
    assertEquals(Fault.Reason.CONFLICT, rejected().getFirst().fault().reason());
    assertEquals(List.of(), active());
  }

  @Test
  void historyIsStoredAsLateAndAlarmsNobody() {
    read(2.5);
    send(Reading.of(FRIDGE, "warehouse_001", now.minus(Duration.ofDays(7)), 12.0));
    assertEquals(List.of(), active());
    assertEquals(2.5, newestValue(), 1e-9);
    assertTrue(stored().getFirst().late());
  }

  @Test
  void aClockThatRunsAheadIsRefusedKeptAcknowledgedAndShown() {
    read(2.5);
    AtomicInteger receipts = send(Reading.of(FRIDGE, "warehouse_001", now.plusSeconds(3600), 2.5));
    assertEquals(1, receipts.get());
    Rejection rejection = rejected().getFirst();
    assertEquals(Fault.Reason.TIME_IN_FUTURE, rejection.fault().reason());
    assertEquals("raw", new String(rejection.raw(), StandardCharsets.UTF_8));
    assertEquals(Duration.ofHours(1), live().device(FRIDGE).orElseThrow().clockSkew());
    send(Reading.of(FRIDGE, "warehouse_001", Instant.parse("1999-12-31T23:59:59Z"), 2.5));
    assertEquals(Fault.Reason.TIME_TOO_OLD, rejected().getFirst().fault().reason());
  }

  @Test
  void aBadElementIsKeptAndItsNeighbourStored() {
    Fault fault = new Fault(Fault.Reason.WRONG_TYPE, "temperature is a word");
    Reading good = Reading.of(FRIDGE, "warehouse_001", now, 2.5);
    hand(new Decoded(List.of(good), List.of(fault)), Receipt.NONE);
    assertEquals(1, stored().size());
    assertEquals(fault, rejected().getFirst().fault());
    assertEquals(1, live().vitals().rejected());
  }

  @Test
  void aSnapshotSharesWhatDidNotChange() {
    read(2.5);
    send(Reading.of("temp_002", "warehouse_001", now, 2.5));
    pass(Duration.ofSeconds(1));
    turn();
    DeviceLive before = live().device("temp_002").orElseThrow();
    read(2.6);
    assertSame(before, live().device("temp_002").orElseThrow());
    assertNull(live().vitals().storeTrouble());
  }

  @Test
  void aSecondBackendOnTheSameFolderIsRefusedWithASentence() {
    StoreException refused =
        assertThrows(
            StoreException.class, () -> new LocalBackend(BackendSettings.at(folder), this));
    assertTrue(String.valueOf(refused.getMessage()).contains("in use"), refused.getMessage());
  }
}
