package ai.cryox.backend.fleet;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.WatchMemory;
import ai.cryox.core.classify.ClassifierMemory;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveOrder;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is remembered of one device. Belongs to the pipeline's thread.
public final class DeviceState {
  /// A device's clock may run ahead of this machine's so far.
  public static final Duration LARGEST_LEAD = Duration.ofMinutes(5);

  private Device device;
  private StorageProfile limits;
  private ClassifierMemory memory = ClassifierMemory.EMPTY;
  private @Nullable ReceivedReading newest;
  private @Nullable Instant highWater;
  private Instant heardAt;
  private final TraceMemory trace = new TraceMemory();
  private @Nullable Telemetry telemetry;
  private @Nullable DeviceStatus status;
  private @Nullable Duration clockSkew;
  private final Map<Condition, Alarm> alarms = new EnumMap<>(Condition.class);
  private final Map<Condition, WatchMemory> watches = new EnumMap<>(Condition.class);
  private @Nullable Instant unchangedSince;
  private @Nullable Path path;
  private @Nullable DeviceLive live;

  DeviceState(Device device, StorageProfile limits, Instant heardAt) {
    this.device = device;
    this.limits = limits;
    this.heardAt = heardAt;
  }

  /// Its registry entry.
  public Device device() {
    return device;
  }

  /// The limits that hold for it.
  public StorageProfile limits() {
    return limits;
  }

  void setDevice(Device changed, StorageProfile resolved) {
    device = changed;
    limits = resolved;
    live = null;
  }

  /// What the classifier remembers.
  public ClassifierMemory memory() {
    return memory;
  }

  /// Remembers what the classifier decided.
  public void setMemory(ClassifierMemory next) {
    if (next.band() != memory.band()) {
      live = null;
    }
    memory = next;
  }

  /// The newest reading that was not late, or `null`.
  public @Nullable ReceivedReading newest() {
    return newest;
  }

  /// Whether a reading of that time cannot have been stored before.
  public boolean isNewer(Instant time) {
    return highWater == null || time.isAfter(highWater);
  }

  /// The newest event time of all, late or not, or `null`.
  public @Nullable Instant highWater() {
    return highWater;
  }

  /// Takes note of a reading that was let in or restored.
  public void add(ReceivedReading received) {
    Instant time = received.reading().time();
    if (isNewer(time)) {
      highWater = time;
    }
    // Not the latest of all: the clock may have been set back.
    heardAt = received.receivedAt();
    if (!received.late()) {
      if (newest == null
          || time.isAfter(newest.reading().time())
          || isUndone(newest.reading().time(), received.receivedAt())) {
        noteUnchanged(received.reading());
        newest = received;
        clockSkew = null;
      }
    }
    trace.add(time.toEpochMilli(), received.reading().temperature());
    live = null;
  }

  /// Whether this machine's clock was set back after that time was let in: nothing that far ahead
  /// is, and what comes now must not wait until the clock is there again.
  public static boolean isUndone(Instant time, Instant now) {
    return time.isAfter(now.plus(LARGEST_LEAD));
  }

  private void noteUnchanged(Reading next) {
    if (newest == null
        || unchangedSince == null
        || Double.compare(newest.reading().temperature(), next.temperature()) != 0) {
      unchangedSince = next.time();
    }
  }

  /// Event time since which every live reading has said exactly the same, or `null` before the
  /// first. After a restart it is known as far back as the sparkline goes.
  public @Nullable Instant unchangedSince() {
    return unchangedSince;
  }

  /// What is remembered of a watched condition.
  public WatchMemory watch(Condition condition) {
    return watches.getOrDefault(condition, WatchMemory.CLEAR);
  }

  /// Remembers what a watch decided.
  public void setWatch(Condition condition, WatchMemory memory) {
    watches.put(condition, memory);
  }

  /// By which way it was last heard, or `null` before the first time.
  public @Nullable Path path() {
    return path;
  }

  void setPath(Path next) {
    if (path != null) {
      path.remove(this);
    }
    path = next;
    next.add(this);
  }

  /// Its newest own record, or `null` before the first.
  public @Nullable DeviceStatus status() {
    return status;
  }

  /// When a reading last came in, or when waiting for the first began.
  public Instant heardAt() {
    return heardAt;
  }

  /// Takes note of telemetry; an older one changes nothing.
  public void add(Telemetry next) {
    if (telemetry == null || !next.time().isBefore(telemetry.time())) {
      telemetry = next;
      live = null;
    }
  }

  /// Takes note of the device's own record; an older one changes nothing.
  ///
  /// @return whether it is the newest
  public boolean add(DeviceStatus next) {
    if (status != null && next.time().isBefore(status.time())) {
      return false;
    }
    status = next;
    live = null;
    return true;
  }

  /// Takes note of how far the device's clock runs ahead.
  public void setClockSkew(Duration skew) {
    clockSkew = skew;
    live = null;
  }

  /// Its active alarm of a condition, or `null`.
  public @Nullable Alarm alarm(Condition condition) {
    return alarms.get(condition);
  }

  /// Remembers an alarm, or forgets it once it is normal.
  public void put(Alarm alarm) {
    if (alarm.state().isActive()) {
      alarms.put(alarm.condition(), alarm);
    } else {
      alarms.remove(alarm.condition());
    }
    live = null;
  }

  /// Its active alarms.
  public Iterable<Alarm> alarms() {
    return alarms.values();
  }

  /// Its part of the snapshot: the same object until something changes.
  public DeviceLive live() {
    if (live == null) {
      List<Alarm> sorted = new ArrayList<>(alarms.values());
      sorted.sort(LiveOrder.ALARMS);
      live =
          new DeviceLive(
              device,
              limits,
              newest,
              trace.get(),
              memory.band(),
              telemetry,
              status,
              clockSkew,
              sorted);
    }
    return live;
  }
}
