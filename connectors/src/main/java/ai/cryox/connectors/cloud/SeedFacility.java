package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.AlarmLife;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.classify.Band;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.Side;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveOrder;
import ai.cryox.core.live.Trace;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of one facility by the seed's routes alone. They tell neither of devices nor of
/// what became of an alert, so devices are those that sent, limits are the seed's, and an alert
/// stands as long as its device is out of range, or for a quarter of an hour if that cannot be
/// seen. The seed writes an alert for each reading out of range; those of one device and condition
/// are shown as one alarm. One thread.
final class SeedFacility {
  private static final Duration UNSEEN_ALERT = Duration.ofMinutes(15);

  private final String facilityId;
  private final Map<String, NavigableMap<Instant, Reading>> readings = new HashMap<>();
  private final Map<String, Instant> receivedAt = new HashMap<>();
  private final Map<String, Instant> firstSeen = new HashMap<>();
  private List<Alarm> active = List.of();
  private @Nullable Instant newest;

  SeedFacility(String facilityId) {
    this.facilityId = facilityId;
  }

  String facilityId() {
    return facilityId;
  }

  /// Event time of its newest reading, or `null` before the first.
  @Nullable Instant newest() {
    return newest;
  }

  boolean hasAlarms() {
    return !active.isEmpty();
  }

  List<Alarm> active() {
    return active;
  }

  /// Takes in readings; those that came before change nothing.
  void take(Collection<Reading> fresh, Instant now) {
    for (Reading reading : fresh) {
      NavigableMap<Instant, Reading> of =
          readings.computeIfAbsent(reading.deviceId(), _ -> new TreeMap<>());
      if (of.put(reading.time(), reading) == null) {
        // When the server got it is not said; the device's own time is the nearest.
        receivedAt.merge(reading.deviceId(), reading.time(), SeedFacility::later);
      }
      firstSeen.putIfAbsent(reading.deviceId(), reading.time());
      newest = newest == null ? reading.time() : later(newest, reading.time());
      while (of.size() > Trace.LENGTH) {
        of.pollFirstEntry();
      }
    }
    receivedAt.replaceAll((_, at) -> at.isAfter(now) ? now : at);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /// Takes in the alerts of the last day.
  void alerts(Collection<Alarm> alerts, Instant now) {
    Map<AlarmKey, Alarm> merged = new LinkedHashMap<>();
    alerts.stream()
        .sorted((a, b) -> a.raisedAt().compareTo(b.raisedAt()))
        .filter(alert -> stands(alert, now))
        .forEach(alert -> merged.merge(alert.key(), alert, SeedFacility::one));
    List<Alarm> sorted = new ArrayList<>(merged.values());
    sorted.sort(LiveOrder.ALARMS);
    active = List.copyOf(sorted);
  }

  private boolean stands(Alarm alert, Instant now) {
    if (alert.returnedAt() != null || !alert.state().isActive()) {
      return false;
    }
    Reading last = last(alert.deviceId());
    boolean isYoung = Duration.between(alert.raisedAt(), now).compareTo(UNSEEN_ALERT) < 0;
    return (last == null || last.time().isBefore(alert.raisedAt()))
        ? isYoung
        : band(last.temperature()) != Band.NORMAL;
  }

  private static Alarm one(Alarm first, Alarm next) {
    return new Alarm(
        first.alarmId(),
        first.deviceId(),
        first.facilityId(),
        first.condition(),
        next.severity(),
        first.worstSeverity().or(next.worstSeverity()),
        new AlarmLife(AlarmState.UNACKNOWLEDGED, AlarmState.UNACKNOWLEDGED, false),
        next.value(),
        next.limit(),
        first.peak(),
        first.raisedAt(),
        first.raisedReceivedAt(),
        null,
        null,
        null,
        "",
        next.message(),
        first.occurrences() + 1,
        null);
  }

  private @Nullable Reading last(String deviceId) {
    NavigableMap<Instant, Reading> of = readings.get(deviceId);
    return of == null || of.isEmpty() ? null : of.lastEntry().getValue();
  }

  /// All devices that were ever heard.
  List<DeviceLive> devices() {
    return readings.keySet().stream().map(this::device).toList();
  }

  private DeviceLive device(String deviceId) {
    NavigableMap<Instant, Reading> of = readings.getOrDefault(deviceId, new TreeMap<>());
    Reading last = of.lastEntry().getValue();
    long[] times = of.keySet().stream().mapToLong(Instant::toEpochMilli).toArray();
    float[] temperatures = new float[times.length];
    int i = 0;
    for (Reading reading : of.values()) {
      temperatures[i++] = (float) reading.temperature();
    }
    return new DeviceLive(
        Device.unconfirmed(deviceId, facilityId, firstSeen.getOrDefault(deviceId, last.time()))
            .withConfirmed(),
        StorageProfiles.SEED_DEFAULT,
        new ReceivedReading(last, receivedAt.getOrDefault(deviceId, last.time()), false),
        Trace.of(times, temperatures),
        band(last.temperature()),
        null,
        null,
        null,
        active.stream().filter(alarm -> alarm.deviceId().equals(deviceId)).toList());
  }

  /// By the seed's limits, which have neither deadband nor delay.
  private static Band band(double celsius) {
    if (isBeyond(Level.HIGH_HIGH, celsius)) {
      return Band.HIGH_HIGH;
    }
    if (isBeyond(Level.LOW_LOW, celsius)) {
      return Band.LOW_LOW;
    }
    if (isBeyond(Level.HIGH, celsius)) {
      return Band.HIGH;
    }
    return isBeyond(Level.LOW, celsius) ? Band.LOW : Band.NORMAL;
  }

  private static boolean isBeyond(Level level, double celsius) {
    Limit limit = StorageProfiles.SEED_DEFAULT.limit(level);
    if (limit == null) {
      return false;
    }
    return level.side() == Side.HIGH ? celsius > limit.value() : celsius < limit.value();
  }
}
