package ai.cryox.backend.rights;

import ai.cryox.core.downstream.DeviceMessage;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.downstream.MethodAnswer;
import ai.cryox.core.downstream.MethodCall;
import ai.cryox.core.downstream.Twin;
import ai.cryox.core.people.Action;
import org.jspecify.annotations.Nullable;

/// What one person may tell devices.
record GuardedDownstream(Downstream downstream, Rights rights, Whereabouts where)
    implements Downstream {
  @Override
  public Twin twin(String deviceId) {
    rights.require(Action.WATCH, where.ofDevice(deviceId));
    return downstream.twin(deviceId);
  }

  @Override
  public Twin patchDesired(String deviceId, String patch, @Nullable Long ifVersion) {
    rights.require(Action.CONFIGURE_DEVICE, where.ofDevice(deviceId));
    return downstream.patchDesired(deviceId, patch, ifVersion);
  }

  @Override
  public MethodAnswer call(String deviceId, MethodCall call) {
    rights.require(Action.CONFIGURE_DEVICE, where.ofDevice(deviceId));
    return downstream.call(deviceId, call);
  }

  @Override
  public String send(String deviceId, DeviceMessage message) {
    rights.require(Action.CONFIGURE_DEVICE, where.ofDevice(deviceId));
    return downstream.send(deviceId, message);
  }
}
