package ai.cryox.backend.fleet;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.classify.ProfileBook;
import ai.cryox.core.device.Device;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All devices that the backend knows. Belongs to the pipeline's thread.
public final class Fleet {
  /// Devices that may register themselves by speaking, until somebody confirms some.
  public static final int MOST_UNCONFIRMED = 20_000;

  private final Map<String, DeviceState> states = new HashMap<>();

  /// Found last: the readings of an array are of one device.
  private @Nullable DeviceState last;

  private final Map<String, Path> paths = new HashMap<>();
  private final Map<AlarmKey, Alarm> systemAlarms = new HashMap<>();
  private ProfileBook profiles = ProfileBook.SHIPPED;
  private int unconfirmed;
  private long registryVersion;

  /// What is remembered of a device, or `null` if it is unknown.
  public @Nullable DeviceState find(String deviceId) {
    DeviceState known = last;
    if (known != null && known.device().deviceId().equals(deviceId)) {
      return known;
    }
    DeviceState found = states.get(deviceId);
    if (found != null) {
      last = found;
    }
    return found;
  }

  /// All that are known, in no order.
  public Collection<DeviceState> all() {
    return Collections.unmodifiableCollection(states.values());
  }

  /// The way of this name, or `null` if nobody was heard by it.
  public @Nullable Path path(String name) {
    return paths.get(name);
  }

  /// Takes note by which way a device was heard.
  ///
  /// @return whether it is another one than before
  public boolean heardBy(DeviceState state, String name) {
    Path before = state.path();
    if (before != null && before.name().equals(name)) {
      return false;
    }
    state.setPath(paths.computeIfAbsent(name, Path::new));
    if (before != null && before.devices().isEmpty()) {
      paths.remove(before.name());
    }
    return true;
  }

  /// The active alarm of a device or of a part of the system, or `null`.
  public @Nullable Alarm alarm(AlarmKey key) {
    DeviceState state = states.get(key.deviceId());
    return state == null ? systemAlarms.get(key) : state.alarm(key.condition());
  }

  /// The active alarms of the system itself, in no order.
  public Collection<Alarm> systemAlarms() {
    return Collections.unmodifiableCollection(systemAlarms.values());
  }

  /// Remembers an alarm, or forgets it once it is normal.
  public void put(Alarm alarm) {
    DeviceState state = states.get(alarm.deviceId());
    if (state != null) {
      state.put(alarm);
    } else if (alarm.state().isActive()) {
      systemAlarms.put(alarm.key(), alarm);
    } else {
      systemAlarms.remove(alarm.key());
    }
  }

  /// Whether one more may register itself.
  public boolean hasRoom() {
    return unconfirmed < MOST_UNCONFIRMED;
  }

  /// The storage profiles that there are.
  public ProfileBook profiles() {
    return profiles;
  }

  /// Says which storage profiles there are; devices take their limits from them when they are next
  /// {@link #put}.
  public void know(ProfileBook known) {
    profiles = known;
  }

  /// Rises whenever a device is added or its registry entry changes.
  public long registryVersion() {
    return registryVersion;
  }

  /// Adds a device, or takes over its changed registry entry.
  ///
  /// @param heardAt from when on silence is counted, for one that is new
  public DeviceState put(Device device, Instant heardAt) {
    registryVersion++;
    DeviceState state = states.get(device.deviceId());
    if (state == null) {
      state = new DeviceState(device, device.limits(profiles), heardAt);
      states.put(device.deviceId(), state);
    } else {
      unconfirmed -= state.device().confirmed() ? 0 : 1;
      state.setDevice(device, device.limits(profiles));
    }
    unconfirmed += device.confirmed() ? 0 : 1;
    return state;
  }
}
