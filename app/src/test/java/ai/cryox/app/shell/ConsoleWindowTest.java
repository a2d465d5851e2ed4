package ai.cryox.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.classify.Band;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Trace;
import ai.cryox.core.live.Vitals;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsoleWindowTest {
  private static final Instant NOW = Instant.parse("2026-11-23T20:14:07Z");

  @TempDir Path directory;

  @BeforeAll
  static void startToolkit() {
    Platform.startup(() -> Platform.setImplicitExit(false));
  }

  @Test
  void theWorstAlarmIsAcknowledgedByKeyboardAndEveryScreenCanBeDrawn() throws Exception {
    Desk desk = new Desk();
    ConsoleWindow window = onFx(() -> open(desk));
    for (ThemePreference look : List.of(ThemePreference.DARK, ThemePreference.LIGHT)) {
      for (Destination place :
          List.of(
              new Destination.Alarms(null),
              new Destination.Rejected(),
              new Destination.Overview(null))) {
        Path picture = pictures().resolve(place.getClass().getSimpleName() + "-" + look + ".png");
        onFx(() -> {
          window.go(place);
          window.writePicture(picture);
          return picture;
        });
        assertTrue(Files.size(picture) > 5_000);
      }
      onFx(() -> press(window, KeyCode.T));
    }
    onFx(() -> press(window, KeyCode.A));
    assertEquals("alarm-critical", desk.acknowledged.poll(10, TimeUnit.SECONDS));
    onFx(() -> {
      window.close();
      return true;
    });
  }

  private Path pictures() {
    String kept = System.getProperty("pictures");
    return kept == null ? directory : Path.of(kept);
  }

  private static boolean press(ConsoleWindow window, KeyCode code) {
    Event.fireEvent(
        window.scene().getRoot(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
    return true;
  }

  private static ConsoleWindow open(Desk desk) {
    ConsoleWindow window =
        new ConsoleWindow(
            new Stage(),
            desk,
            new ConsoleContext(
                Place.LOCAL,
                "Harbour store",
                InstantSource.fixed(NOW),
                ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH,
                ThemePreference.DARK,
                () -> {}));
    window.show();
    return window;
  }

  private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  private static LiveSnapshot snapshot() {
    List<DeviceLive> devices = new ArrayList<>();
    List<Alarm> alarms =
        List.of(
            alarm("alarm-critical", "d07", Severity.CRITICAL, 8.0, 9.4),
            alarm("alarm-warning", "d10", Severity.WARNING, 7.0, 7.2));
    for (int i = 1; i <= 24; i++) {
      String id = "d%02d".formatted(i);
      List<Alarm> own = alarms.stream().filter(alarm -> alarm.deviceId().equals(id)).toList();
      Band band = i == 7 ? Band.HIGH_HIGH : i == 10 ? Band.HIGH : Band.NORMAL;
      Device device =
          new Device(
              id,
              "warehouse_001",
              i <= 12 ? "Pharma hall" : "Loading",
              "Fridge %02d".formatted(i),
              "refrigerator-2-8",
              true,
              DeviceConfiguration.NONE,
              DeviceConfiguration.NONE,
              NOW);
      Trace trace = Trace.EMPTY;
      double end = i == 7 ? 9.4 : i == 10 ? 7.2 : 5 + Math.sin(i);
      for (int k = 0; k < 60; k++) {
        double value = k < 40 ? 5 + Math.sin(k / 6.0) / 2 : 5 + (end - 5) * (k - 39) / 20.0;
        trace = trace.plus(NOW.minusSeconds(30L * (60 - k)).toEpochMilli(), value);
      }
      Instant received = i == 16 ? NOW.minus(Duration.ofMinutes(7)) : NOW.minusMillis(400);
      devices.add(
          new DeviceLive(
              device,
              StorageProfiles.REFRIGERATOR,
              new ReceivedReading(Reading.of(id, "warehouse_001", received, end), received, false),
              trace,
              band,
              null,
              null,
              null,
              own));
    }
    Vitals vitals = new Vitals(NOW, 41_200_000L, 2.0, 0, 3, 24, NOW.minusMillis(400), null, null);
    return new LiveSnapshot(1, NOW, devices, alarms, vitals);
  }

  private static Alarm alarm(
      String id, String deviceId, Severity severity, double limit, double value) {
    Instant raised = NOW.minus(Duration.ofMinutes(6));
    return new Alarm(
        id,
        deviceId,
        "warehouse_001",
        Condition.HIGH,
        severity,
        severity,
        AlarmState.UNACKNOWLEDGED,
        value,
        limit,
        value,
        raised,
        raised,
        null,
        null,
        null,
        "",
        "",
        1);
  }

  /// A session whose live state stands still and that notes what is acknowledged.
  private static final class Desk implements Session {
    final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();
    private final LiveSnapshot snapshot = snapshot();

    @Override
    public String userName() {
      return "operator";
    }

    @Override
    public LiveFeed live() {
      return () -> snapshot;
    }

    @Override
    public Page<ReceivedReading> readings(ReadingQuery query, PageRequest page) {
      return new Page<>(List.of(), null);
    }

    @Override
    public Page<Alarm> alarms(AlarmQuery query, PageRequest page) {
      return new Page<>(snapshot.alarms(), null);
    }

    @Override
    public List<AlarmChange> journal(String alarmId) {
      return List.of();
    }

    @Override
    public List<Alarm> acknowledge(Collection<String> alarmIds, String comment) {
      acknowledged.addAll(alarmIds);
      return List.of();
    }

    @Override
    public void register(Device device) {
      throw new UnsupportedOperationException("not from this window");
    }

    @Override
    public Device configure(String deviceId, DeviceConfiguration configuration) {
      throw new UnsupportedOperationException("not from this window");
    }

    @Override
    public Page<Rejection> rejections(PageRequest page) {
      return new Page<>(List.of(), null);
    }

    @Override
    public void close() {}
  }
}
