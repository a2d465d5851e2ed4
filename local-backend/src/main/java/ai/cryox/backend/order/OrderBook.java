package ai.cryox.backend.order;

import ai.cryox.backend.promise.AskedConfiguration;
import ai.cryox.backend.store.SqliteAuditStore;
import ai.cryox.backend.twin.ConfigurationProgress;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.device.DeviceOrder;
import ai.cryox.core.device.DeviceOrder.State;
import ai.cryox.core.downstream.Twin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says how far devices are with what they were told. Any thread; blocks on the disk.
public final class OrderBook {
  /// Lines that are looked at: an order, what became of it, and what a person changed around it.
  private static final int LINES = 50;

  private final SqliteAuditStore trail;
  private final InstantSource clock;

  /// @param trail where orders are written down
  public OrderBook(SqliteAuditStore trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /// The last order of a device; empty if it has none.
  public Optional<DeviceOrder> last(Device device, Twin twin) {
    if (device.desired().equals(DeviceConfiguration.NONE)) {
      return Optional.empty();
    }
    AuditEntry told = null;
    AuditEntry applied = null;
    List<AuditEntry> lines = trail.about(OrderTrail.subject(device.deviceId()), LINES);
    for (AuditEntry line : lines) {
      if (OrderTrail.isTold(line)) {
        told = line;
        break;
      }
      // The newest comes first; it began with the oldest.
      applied = OrderTrail.isApplied(line) ? line : applied;
    }
    ConfigurationProgress progress = ConfigurationProgress.of(twin, twin.desiredVersion());
    Instant acceptedAt = told == null ? null : told.at();
    return Optional.of(
        new DeviceOrder(
            device.deviceId(),
            twin.desiredVersion(),
            state(device, progress.state(), acceptedAt),
            acceptedAt,
            acceptedAt,
            applied == null || !device.doesWhatItWasTold() ? null : applied.at(),
            told == null ? "" : told.who(),
            progress.note() == null ? "" : progress.note()));
  }

  private State state(
      Device device, ConfigurationProgress.State progress, @Nullable Instant acceptedAt) {
    // What a device says of its configuration need not go through its twin.
    if (device.doesWhatItWasTold()) {
      return State.APPLIED;
    }
    if (progress == ConfigurationProgress.State.REFUSED) {
      return State.REFUSED;
    }
    boolean late =
        acceptedAt != null
            && clock.instant().isAfter(acceptedAt.plus(AskedConfiguration.WAITED_FOR));
    if (late) {
      return State.EXPIRED;
    }
    return progress == ConfigurationProgress.State.ACCEPTED ? State.TAKEN : State.WAITING;
  }
}
