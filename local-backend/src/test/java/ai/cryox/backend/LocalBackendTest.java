package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.store.StoreException;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.classify.AlertThresholds;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.Fault;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.Receipt;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.routing.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole line, turned by hand on a moved clock, over a real file.
class LocalBackendTest implements InstantSource {
  private static final String FRIDGE = "temp_001";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-01T03:00:00Z");
  private LocalBackend backend;
  private Session session;

  @Override
  public Instant instant() {
    return now;
  }

  @BeforeEach
  void open() {
    backend = new LocalBackend(BackendSettings.at(folder), this);
    session = backend.signIn(new SignIn.Desk("operator"));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private void restart() {
    close();
    open();
  }

  private void turn() {
    Turning.once(backend);
  }

  private AtomicInteger send(Message... messages) {
    AtomicInteger receipts = new AtomicInteger();
    hand(new Decoded(List.of(messages), List.of()), receipts::incrementAndGet);
    return receipts;
  }

  private void hand(Decoded decoded, Receipt receipt) {
    Origin origin = new Origin("client", "devices/x/messages/events/", null, null, Map.of());
    byte[] raw = "raw".getBytes(StandardCharsets.UTF_8);
    assertTrue(backend.sink().offer(new Delivery(origin, now, raw, decoded, receipt)));
    turn();
  }

  private AtomicInteger read(double temperature) {
    return send(Reading.of(FRIDGE, "warehouse_001", now, temperature));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  /// Time passes while the pipeline turns.
  private void listen(int seconds) {
    for (int i = 0; i < seconds; i++) {
      pass(Duration.ofSeconds(1));
      turn();
    }
  }

  /// What a screen sees a second later.
  private LiveSnapshot live() {
    pass(Duration.ofSeconds(1));
    turn();
    return session.live().latest();
  }

  private List<Alarm> active() {
    return session.live().latest().alarms();
  }

  private <T> T asking(java.util.function.Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question);
    while (!answer.isDone()) {
      Turning.patiently(backend);
    }
    return answer.join();
  }

  private List<ReceivedReading> stored() {
    ReadingQuery query =
        ReadingQuery.ofFacility("warehouse_001", Instant.EPOCH, now.plusSeconds(1000));
    return session.readings(query, PageRequest.first(1000)).items();
  }

  private List<Rejection> rejected() {
    return session.rejections(PageRequest.first(100)).items();
  }

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
  void aWarmFridgeIsOneAlarmHoweverManyReadingsSaySo() {
    Reading[] readings = new Reading[1000];
    for (int i = 0; i < readings.length; i++) {
      readings[i] = Reading.of(FRIDGE, "warehouse_001", now.plusMillis(i), 6.0 + i / 1000.0);
    }
    send(readings);
    assertEquals(1, active().size());
    Alarm alarm = active().getFirst();
    assertEquals(Severity.CRITICAL, alarm.severity());
    assertEquals(6.999, alarm.peak(), 1e-9);
    AlarmQuery all = new AlarmQuery(null, null, null, Instant.EPOCH, now.plusSeconds(1));
    assertEquals(1, session.alarms(all, PageRequest.first(10)).items().size());
  }

  @Test
  void acknowledgingSilencesReturningEndsAndTheJournalTellsIt() {
    read(6.0);
    Alarm alarm = active().getFirst();
    pass(Duration.ofSeconds(30));
    List<Alarm> changed =
        asking(() ->
            session.alarmActions().acknowledge(List.of(alarm.alarmId()), " door, closing it "));
    assertEquals(AlarmState.ACKNOWLEDGED, changed.getFirst().state());
    assertEquals("door, closing it", changed.getFirst().comment());
    assertEquals(
        List.of(),
        asking(() -> session.alarmActions().acknowledge(List.of(alarm.alarmId(), "none"), "")));
    read(2.0);
    assertEquals(List.of(), active());
    assertEquals(
        List.of(AlarmEvent.VIOLATED, AlarmEvent.ACKNOWLEDGE, AlarmEvent.WENT_BACK),
        session.journal(alarm.alarmId()).stream().map(change -> change.event()).toList());
  }

  @Test
  void anAlarmThatReturnedUnseenWaitsForSomebody() {
    read(6.0);
    pass(Duration.ofSeconds(30));
    read(2.0);
    Alarm returned = active().getFirst();
    assertEquals(AlarmState.RETURNED, returned.state());
    pass(Duration.ofSeconds(30));
    read(6.0);
    assertEquals(2, active().getFirst().occurrences());
    assertEquals(returned.alarmId(), active().getFirst().alarmId());
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

  private double newestValue() {
    ReceivedReading newest = live().device(FRIDGE).orElseThrow().newest();
    return newest == null ? Double.NaN : newest.reading().temperature();
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
  void aResentExcursionRaisesNothingNew() {
    Reading warm = Reading.of(FRIDGE, "warehouse_001", now, 6.0);
    send(warm);
    pass(Duration.ofSeconds(30));
    read(2.0);
    asking(() -> session.alarmActions().acknowledge(List.of(active().getFirst().alarmId()), ""));
    send(warm);
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
  void silenceAlarmsAfterThreePeriodsAndEndsWithTheNextReading() {
    read(2.5);
    listen(89);
    assertEquals(List.of(), active());
    listen(1);
    assertEquals(Condition.SILENT, active().getFirst().condition());
    pass(Duration.ofSeconds(30));
    read(2.5);
    assertEquals(AlarmState.RETURNED, active().getFirst().state());
  }

  @Test
  void aDeviceThatWasHeardBeforeANightWithoutMonitoringIsNotSilentAtOnce() {
    read(2.5);
    close();
    pass(Duration.ofHours(8));
    open();
    turn();
    assertEquals(List.of(), active());
    listen(90);
    assertEquals(Condition.SILENT, active().getFirst().condition());
  }

  @Test
  void standingStillIsNotTheDevicesSilence() {
    read(2.5);
    listen(1);
    pass(Duration.ofMinutes(10));
    turn();
    assertEquals(List.of(), active());
    listen(90);
    assertEquals(Condition.SILENT, active().getFirst().condition());
  }

  @Test
  void aDevicesOwnAlertStandsUntilSomebodySawIt() {
    DeviceAlert alert =
        new DeviceAlert(
            "a1", FRIDGE, "warehouse_001", now, Severity.CRITICAL, "compressor jammed", null);
    send(alert);
    send(alert);
    assertEquals(1, active().size());
    Alarm standing = active().getFirst();
    assertEquals("compressor jammed", standing.message());
    List<Alarm> done =
        asking(() -> session.alarmActions().acknowledge(List.of(standing.alarmId()), ""));
    assertEquals(AlarmState.NORMAL, done.getFirst().state());
    send(alert);
    assertEquals(List.of(), active());
  }

  @Test
  void configuredLimitsHoldAtOnceAndReleaseAnAlarmTheyDoNotKnow() {
    read(4.0);
    assertEquals(Severity.WARNING, active().getFirst().severity());
    DeviceConfiguration wide = new DeviceConfiguration(60, new AlertThresholds(8.0, 2.0));
    Device changed = asking(() -> session.configure(FRIDGE, wide));
    assertEquals(wide, changed.desired());
    assertEquals(AlarmState.RETURNED, active().getFirst().state());
    restart();
    assertEquals(8.0, live().device(FRIDGE).orElseThrow().limits().top(), 1e-9);
    DeviceConfiguration nonsense = new DeviceConfiguration(60, new AlertThresholds(1.0, 2.0));
    assertThrows(IllegalArgumentException.class, () -> session.configure(FRIDGE, nonsense));
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
