package ai.cryox.backend.order;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.device.Device;
import java.util.HashSet;
import java.util.Set;

/// Notices that a device begins to do what it was told, and writes it down once for each order.
/// Belongs to the pipeline's thread.
public final class OrderWatch {
  /// Devices whose order is written down as done; one that goes back and forth must not fill the
  /// audit trail.
  private final Set<String> noted = new HashSet<>();

  /// What is known of a device changes.
  public void changed(Device before, Device after, Batch batch) {
    String deviceId = after.deviceId();
    if (!before.desired().equals(after.desired())) {
      noted.remove(deviceId);
    } else if (!before.doesWhatItWasTold() && after.doesWhatItWasTold() && noted.add(deviceId)) {
      batch.audit.add(OrderTrail.applied(batch.now(), deviceId, String.valueOf(after.reported())));
    }
  }
}
