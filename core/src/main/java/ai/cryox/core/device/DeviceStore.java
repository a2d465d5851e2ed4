package ai.cryox.core.device;

import java.util.List;

/// The registry on disk. Port. {@link #save} belongs to the writer's open transaction.
public interface DeviceStore {
  /// Adds the device or replaces the one with its id.
  void save(Device device);

  /// All of them, in no order.
  List<Device> all();
}
