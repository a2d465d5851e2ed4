package ai.cryox.backend.downstream;

import ai.cryox.backend.fleet.DeviceState;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.Batch.DeviceChange;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.relay.Publication;
import ai.cryox.backend.store.SqliteTwinStore;
import ai.cryox.backend.twin.TwinConfiguration;
import ai.cryox.backend.twin.TwinDocument;
import ai.cryox.backend.twin.TwinProperties;
import ai.cryox.backend.twin.TwinTopics;
import ai.cryox.backend.twin.TwinValue;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.downstream.RefusedException;
import ai.cryox.core.downstream.RefusedException.Reason;
import org.jspecify.annotations.Nullable;

/// Changes twins, and with them what the registry says of a device's configuration. Belongs to the
/// pipeline's thread.
public final class TwinDesk {
  /// As long as IoT Hub lets a device's id be.
  private static final int LONGEST_ID = 128;

  private final Fleet fleet;
  private final SqliteTwinStore store;
  private final Downlink downlink;

  /// @param store asked for what is stored, never written to
  /// @param downlink tells devices what is desired of them
  public TwinDesk(Fleet fleet, SqliteTwinStore store, Downlink downlink) {
    this.fleet = fleet;
    this.store = store;
    this.downlink = downlink;
  }

  /// The twin of a device, as the batch has it. A device of which nothing is known yet has an empty
  /// one, so that it can begin by asking for it.
  public TwinDocument of(String deviceId, Batch batch) {
    TwinDocument changed = batch.twins.get(deviceId);
    return changed != null ? changed : store.find(deviceId).orElseGet(() -> first(deviceId));
  }

  /// The twin of a device for people.
  ///
  /// @throws RefusedException if nobody knows the device
  public TwinDocument show(String deviceId, Batch batch) {
    requireKnown(deviceId);
    return of(deviceId, batch);
  }

  /// Devices may have been configured before there were twins.
  private TwinDocument first(String deviceId) {
    DeviceState state = fleet.find(deviceId);
    if (state == null || state.device().desired().equals(DeviceConfiguration.NONE)) {
      return TwinDocument.EMPTY;
    }
    TwinValue.Group desired = TwinConfiguration.patch(state.device().desired());
    return TwinDocument.EMPTY.withDesired(
        new TwinProperties(TwinValue.Group.EMPTY.merged(desired), 1));
  }

  /// The device says something of itself.
  ///
  /// @throws RefusedException if it says too much
  public TwinDocument report(String deviceId, TwinValue.Group patch, Batch batch) {
    DeviceState state = fleet.find(deviceId);
    TwinDocument before = of(deviceId, batch);
    if (state == null) {
      admitStranger(deviceId, before);
    }
    TwinDocument after = before.withReported(before.reported().patched(patch));
    batch.twins.put(deviceId, after);
    if (state != null && TwinConfiguration.isTouchedBy(patch)) {
      TwinValue.Group members = TwinConfiguration.plain(after.reported().members());
      batch.deviceChanges.add(
          new DeviceChange(deviceId, entry -> takenOver(entry, patch, members)));
    }
    return after;
  }

  /// A device that has not sent a reading yet is in no facility and so in no registry; its twin is
  /// kept until it does, if not too many do so.
  private void admitStranger(String deviceId, TwinDocument before) {
    if (deviceId.length() > LONGEST_ID) {
      throw new RefusedException(Reason.MALFORMED, "A device's id has at most 128 characters.");
    }
    boolean isNew = before.reported().version() == TwinProperties.NONE.version();
    if (isNew && store.count() >= fleet.all().size() + Fleet.MOST_UNCONFIRMED) {
      throw new RefusedException(
          Reason.TOO_MANY,
          "Too many unknown devices have twins; let this one send readings first.");
    }
  }

  private static Device takenOver(Device entry, TwinValue.Group patch, TwinValue.Group reported) {
    DeviceConfiguration next = TwinConfiguration.updated(entry.reported(), patch, reported);
    return next.problem() == null ? entry.withReported(next) : entry;
  }

  /// People tell the device something.
  ///
  /// @param ifVersion only if the desired properties still have this version; `null` = always
  /// @throws RefusedException if nobody knows the device, the version is another, or the device
  ///   would be told too much or nonsense
  public TwinDocument tell(
      String deviceId, TwinValue.Group patch, @Nullable Long ifVersion, Batch batch) {
    requireKnown(deviceId);
    TwinDocument before = of(deviceId, batch);
    if (ifVersion != null && ifVersion != before.desired().version()) {
      throw new RefusedException(
          Reason.STALE,
          "The desired properties of %s have version %d by now. Look at them again."
              .formatted(deviceId, before.desired().version()));
    }
    TwinDocument after = before.withDesired(before.desired().patched(patch));
    String problem = TwinConfiguration.problem(after.desired().members());
    if (problem != null) {
      throw new RefusedException(Reason.MALFORMED, problem);
    }
    batch.twins.put(deviceId, after);
    if (TwinConfiguration.isTouchedBy(patch)) {
      DeviceConfiguration desired = TwinConfiguration.read(after.desired().members());
      batch.deviceChanges.add(new DeviceChange(deviceId, entry -> entry.withDesired(desired)));
    }
    announce(deviceId, patch, after, batch);
    return after;
  }

  /// People tell the device exactly this configuration.
  ///
  /// @throws RefusedException if nobody knows the device
  public Device configure(String deviceId, DeviceConfiguration configuration, Batch batch) {
    Device device = requireKnown(deviceId);
    tell(deviceId, TwinConfiguration.patch(configuration), null, batch);
    return device.withDesired(configuration);
  }

  /// The registry's entry of a device is replaced: its twin is to say the same.
  public void align(Device device, Batch batch) {
    TwinDocument before = of(device.deviceId(), batch);
    DeviceConfiguration told = TwinConfiguration.read(before.desired().members());
    if (!told.equals(device.desired())) {
      TwinValue.Group patch = TwinConfiguration.patch(device.desired());
      TwinDocument after = before.withDesired(before.desired().patched(patch));
      batch.twins.put(device.deviceId(), after);
      announce(device.deviceId(), patch, after, batch);
    }
  }

  /// The registry's entry of a device.
  ///
  /// @throws RefusedException if there is none
  public Device requireKnown(String deviceId) {
    DeviceState state = fleet.find(deviceId);
    if (state == null) {
      throw new RefusedException(
          Reason.UNKNOWN_DEVICE, "There is no device %s.".formatted(deviceId));
    }
    return state.device();
  }

  /// Kept for a device that is away, if its session is kept.
  private void announce(String deviceId, TwinValue.Group patch, TwinDocument after, Batch batch) {
    Publication notice =
        Publication.of(TwinTopics.desired(after.desired().version()), after.notice(patch), 1);
    batch.whenDurable.add(() -> downlink.send(deviceId, notice));
  }
}
