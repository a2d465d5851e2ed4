package ai.cryox.app.screen;

import ai.cryox.app.text.Messages;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Band;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One refrigerator in every state that a device can be in, for exhibits. Nothing of it is stored
/// or monitored. Pure.
public final class Specimens {
  private static final StorageProfile LIMITS =
      StorageProfiles.byId("refrigerator-2-8").orElse(StorageProfiles.SEED_DEFAULT);
  private static final int POINTS = 40;

  private Specimens() {}

  /// The states, the calm ones first; each device is called as its state is.
  ///
  /// @param words the language of the names
  public static List<DeviceLive> all(Instant now, Messages words) {
    List<DeviceLive> all = new ArrayList<>();
    all.add(live(words, "gallery.specimen.normal", now, 4.6, 0, Band.NORMAL, null));
    all.add(live(words, "gallery.specimen.rising", now, 5.9, 0.05, Band.NORMAL, null));
    all.add(
        live(
            words,
            "gallery.specimen.warning",
            now,
            7.4,
            0.04,
            Band.HIGH,
            AlarmState.UNACKNOWLEDGED));
    all.add(
        live(
            words,
            "gallery.specimen.seenWarning",
            now,
            7.2,
            -0.04,
            Band.HIGH,
            AlarmState.ACKNOWLEDGED));
    all.add(
        live(
            words,
            "gallery.specimen.critical",
            now,
            11.2,
            0.12,
            Band.HIGH_HIGH,
            AlarmState.UNACKNOWLEDGED));
    all.add(
        live(
            words,
            "gallery.specimen.seenCritical",
            now,
            10.4,
            -0.08,
            Band.HIGH_HIGH,
            AlarmState.ACKNOWLEDGED));
    all.add(
        live(
            words,
            "gallery.specimen.farTooCold",
            now,
            -2.1,
            -0.06,
            Band.LOW_LOW,
            AlarmState.UNACKNOWLEDGED));
    all.add(
        live(
            words, "gallery.specimen.returned", now, 4.4, -0.04, Band.NORMAL, AlarmState.RETURNED));
    all.add(live(words, "gallery.specimen.shelved", now, 7.8, 0, Band.HIGH, AlarmState.SHELVED));
    all.add(
        live(
            words, "gallery.specimen.suppressed", now, 4.8, 0, Band.NORMAL, AlarmState.SUPPRESSED));
    all.add(
        live(
            words,
            "gallery.specimen.outOfService",
            now,
            9.1,
            0,
            Band.HIGH_HIGH,
            AlarmState.OUT_OF_SERVICE));
    all.add(
        live(words, "gallery.specimen.stale", now.minusSeconds(1_320), 4.9, 0, Band.NORMAL, null));
    all.add(silent(words, "gallery.specimen.neverHeard", now));
    return all;
  }

  private static DeviceLive silent(Messages words, String name, Instant now) {
    return new DeviceLive(
        device(words, name, now),
        LIMITS,
        null,
        Trace.of(new long[0], new float[0]),
        Band.NORMAL,
        null,
        null,
        null,
        List.of());
  }

  private static DeviceLive live(
      Messages words,
      String name,
      Instant at,
      double celsius,
      double perMinute,
      Band band,
      @Nullable AlarmState state) {
    Device device = device(words, name, at);
    long[] times = new long[POINTS];
    float[] temperatures = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      Duration before = Duration.ofSeconds(30L * (POINTS - 1 - i));
      times[i] = at.minus(before).toEpochMilli();
      temperatures[i] = (float) (celsius - perMinute * before.toSeconds() / 60.0);
    }
    Reading reading = Reading.of(device.deviceId(), device.facilityId(), at, celsius);
    return new DeviceLive(
        device,
        LIMITS,
        new ReceivedReading(reading, at, false),
        Trace.of(times, temperatures),
        band,
        null,
        null,
        null,
        state == null ? List.of() : List.of(alarm(device, at, celsius, band, state)));
  }

  /// @param name key of what people read; its end is the id
  private static Device device(Messages words, String name, Instant now) {
    String id = name.substring(name.lastIndexOf('.') + 1);
    return new Device(
        id,
        "warehouse_001",
        "Pharma hall",
        words.text(name),
        LIMITS.id(),
        true,
        DeviceConfiguration.NONE,
        DeviceConfiguration.NONE,
        now);
  }

  private static Alarm alarm(
      Device device, Instant at, double celsius, Band band, AlarmState state) {
    Severity severity = band.severity();
    Severity worst = severity == null ? Severity.WARNING : severity;
    Hold hold = state.isHeld() ? new Hold(at, at.plusSeconds(3_600), "anna", "Defrosting") : null;
    return new Alarm(
        device.deviceId() + "_alarm",
        device.deviceId(),
        device.facilityId(),
        celsius < 2 ? Condition.LOW : Condition.HIGH,
        worst,
        worst,
        new AlarmLife(state, state.isHeld() ? AlarmState.UNACKNOWLEDGED : state, false),
        celsius,
        worst == Severity.CRITICAL ? 8 : 7,
        celsius + 0.3,
        at.minusSeconds(900),
        at.minusSeconds(900),
        state == AlarmState.RETURNED ? at.minusSeconds(60) : null,
        null,
        null,
        "",
        "",
        1,
        hold);
  }
}
