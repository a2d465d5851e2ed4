package ai.cryox.backend.fleet;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// By which way devices are heard: a client of our own endpoint (a gateway, if it speaks for more
/// than one device), or a link to another broker. Belongs to the pipeline's thread.
public final class Path {
  private final String name;
  private final Set<DeviceState> devices = new LinkedHashSet<>();
  private Instant backAt = Instant.MIN;

  Path(String name) {
    this.name = name;
  }

  /// The client id or the link's name.
  public String name() {
    return name;
  }

  /// The devices that were last heard by it.
  public Collection<DeviceState> devices() {
    return Collections.unmodifiableSet(devices);
  }

  /// When a device was last heard by it, or `null` if it has none.
  public @Nullable Instant heardAt() {
    return devices.stream().map(DeviceState::heardAt).max(Instant::compareTo).orElse(null);
  }

  /// The one facility that it serves; empty if there are several or none.
  public String facilityId() {
    Set<String> facilities = new LinkedHashSet<>();
    devices.forEach(state -> facilities.add(state.device().facilityId()));
    return facilities.size() == 1 ? facilities.iterator().next() : "";
  }

  /// When it last came back, by the backend's clock: its devices' silence is counted anew from
  /// then.
  public Instant backAt() {
    return backAt;
  }

  /// Takes note that it is back.
  public void back(Instant at) {
    backAt = at;
  }

  void add(DeviceState state) {
    devices.add(state);
  }

  void remove(DeviceState state) {
    devices.remove(state);
  }
}
