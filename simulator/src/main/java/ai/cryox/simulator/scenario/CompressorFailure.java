package ai.cryox.simulator.scenario;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.reading.DeviceAlert;
import ai.cryox.core.reading.Message;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.fleet.UnitKind;
import ai.cryox.simulator.thermal.UnitControls;
import java.time.Instant;
import java.util.List;

/// A compressor that no longer starts; the controller notices after some minutes.
public final class CompressorFailure implements Scenario {
  private static final long NOTICED_SECONDS = 5 * 60;

  @Override
  public String name() {
    return "compressor-failure";
  }

  @Override
  public String summary() {
    return "A fridge compressor fails for good: warm within hours, the controller sends an alert.";
  }

  @Override
  public List<SimulatedDevice> usualVictims(Fleet fleet) {
    return List.of(fleet.nth(UnitKind.REFRIGERATOR, 1));
  }

  @Override
  public Disturbance on(SimulatedDevice device, long from) {
    return new Disturbance() {
      @Override
      public void disturb(long second, UnitControls controls) {
        if (second >= from) {
          controls.blockCompressor();
        }
      }

      @Override
      public List<? extends Message> said(long second) {
        return second == from + NOTICED_SECONDS ? List.of(alert(device, second)) : List.of();
      }
    };
  }

  private static DeviceAlert alert(SimulatedDevice device, long second) {
    return new DeviceAlert(
        "compressor_" + device.deviceId() + "_" + second,
        device.deviceId(),
        device.facilityId(),
        Instant.ofEpochSecond(second),
        Severity.CRITICAL,
        "The compressor does not start.",
        null);
  }
}
