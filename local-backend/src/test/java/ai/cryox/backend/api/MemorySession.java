package ai.cryox.backend.api;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmEvent;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.AlarmRules;
import ai.cryox.core.alarm.AlarmState;
import ai.cryox.core.backend.Session;
import ai.cryox.core.classify.Band;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Trace;
import ai.cryox.core.live.Vitals;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A session over lists in memory: everything the API can ask of the port, nothing of a pipeline.
final class MemorySession implements Session {
  private final InstantSource clock;
  private final List<ReceivedReading> readings = new ArrayList<>();
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final Map<String, Alarm> alarms = new LinkedHashMap<>();
  private final List<AlarmChange> journal = new ArrayList<>();
  private @Nullable String storeTrouble;
  private @Nullable RuntimeException failure;

  MemorySession(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add(ReceivedReading received) {
    readings.add(received);
    readings.sort(
        Comparator.comparing((ReceivedReading r) -> r.reading().time())
            .thenComparing(r -> r.reading().deviceId()));
  }

  synchronized void add(Alarm alarm) {
    alarms.put(alarm.alarmId(), alarm);
    note(alarm, AlarmEvent.VIOLATED, AlarmState.NORMAL, "", "");
  }

  /// From now on nothing can be stored, for this reason.
  synchronized void breakStore(String trouble) {
    storeTrouble = trouble;
  }

  /// From now on every read fails like this.
  synchronized void failWith(RuntimeException e) {
    failure = e;
  }

  @Override
  public String userName() {
    return "Ada";
  }

  @Override
  public LiveFeed live() {
    return this::snapshot;
  }

  private synchronized LiveSnapshot snapshot() {
    Instant now = clock.instant();
    List<DeviceLive> live = devices.values().stream().map(this::live).toList();
    List<Alarm> active = alarms.values().stream().filter(a -> a.state().isActive()).toList();
    Vitals vitals =
        new Vitals(
            now,
            readings.size(),
            0,
            0,
            0,
            0,
            null,
            storeTrouble,
            storeTrouble == null ? null : now);
    return new LiveSnapshot(1, now, live, active, vitals);
  }

  private DeviceLive live(Device device) {
    ReceivedReading newest = null;
    for (ReceivedReading received : readings) {
      if (received.reading().deviceId().equals(device.deviceId())) {
        newest = received;
      }
    }
    List<Alarm> own =
        alarms.values().stream()
            .filter(a -> a.deviceId().equals(device.deviceId()) && a.state().isActive())
            .toList();
    return new DeviceLive(
        device, device.limits(), newest, Trace.EMPTY, Band.NORMAL, null, null, null, own);
  }

  @Override
  public synchronized Page<ReceivedReading> readings(ReadingQuery query, PageRequest page) {
    if (failure != null) {
      throw failure;
    }
    List<ReceivedReading> all =
        readings.stream()
            .filter(r -> matches(query.facilityId(), r.reading().facilityId()))
            .filter(r -> matches(query.deviceId(), r.reading().deviceId()))
            .filter(r -> isWithin(r.reading().time(), query.from(), query.until()))
            .toList();
    return cut(all, page, query.toString());
  }

  @Override
  public synchronized Page<Alarm> alarms(AlarmQuery query, PageRequest page) {
    List<Alarm> all =
        alarms.values().stream()
            .filter(a -> matches(query.facilityId(), a.facilityId()))
            .filter(a -> query.severity() == null || query.severity() == a.worstSeverity())
            .filter(a -> isWithin(a.raisedAt(), query.from(), query.until()))
            .sorted(Comparator.comparing(Alarm::raisedAt).reversed())
            .toList();
    return cut(all, page, query.toString());
  }

  private static boolean matches(@Nullable String wanted, String actual) {
    return wanted == null || wanted.equals(actual);
  }

  private static boolean isWithin(Instant time, Instant from, Instant until) {
    return !time.isBefore(from) && time.isBefore(until);
  }

  private static <T> Page<T> cut(List<T> all, PageRequest page, String query) {
    String bond = Integer.toHexString(query.hashCode());
    int from = 0;
    String token = page.continuationToken();
    if (token != null) {
      String[] parts = token.split("-", 2);
      if (parts.length != 2 || !parts[1].equals(bond)) {
        throw new BadTokenException(token);
      }
      from = Integer.parseInt(parts[0]);
    }
    int until = Math.min(all.size(), from + page.size());
    return new Page<>(all.subList(from, until), until < all.size() ? until + "-" + bond : null);
  }

  @Override
  public synchronized List<AlarmChange> journal(String alarmId) {
    return journal.stream().filter(change -> change.alarmId().equals(alarmId)).toList();
  }

  @Override
  public synchronized List<Alarm> acknowledge(Collection<String> alarmIds, String comment) {
    List<Alarm> changed = new ArrayList<>();
    for (String alarmId : alarmIds) {
      Alarm before = alarms.get(alarmId);
      if (before != null && before.state().needsAcknowledgement()) {
        Alarm after = acknowledged(before, comment);
        alarms.put(alarmId, after);
        note(after, AlarmEvent.ACKNOWLEDGE, before.state(), userName(), comment);
        changed.add(after);
      }
    }
    return changed;
  }

  private Alarm acknowledged(Alarm a, String comment) {
    AlarmState state = AlarmRules.next(a.state(), AlarmEvent.ACKNOWLEDGE).to();
    return new Alarm(
        a.alarmId(),
        a.deviceId(),
        a.facilityId(),
        a.condition(),
        a.severity(),
        a.worstSeverity(),
        state,
        a.value(),
        a.limit(),
        a.peak(),
        a.raisedAt(),
        a.raisedReceivedAt(),
        a.returnedAt(),
        clock.instant(),
        userName(),
        comment,
        a.message(),
        a.occurrences());
  }

  private void note(Alarm a, AlarmEvent event, AlarmState from, String actor, String comment) {
    journal.add(
        new AlarmChange(
            a.alarmId(),
            clock.instant(),
            a.raisedAt(),
            event,
            from,
            a.state(),
            a.severity(),
            a.value(),
            actor,
            comment));
  }

  @Override
  public synchronized void register(Device device) {
    devices.put(device.deviceId(), device);
  }

  @Override
  public synchronized Device configure(String deviceId, DeviceConfiguration configuration) {
    Device device = Objects.requireNonNull(devices.get(deviceId)).withDesired(configuration);
    devices.put(deviceId, device);
    return device;
  }

  @Override
  public Page<Rejection> rejections(PageRequest page) {
    return new Page<>(List.of(), null);
  }

  @Override
  public void close() {}
}
