package ai.cryox.simulator.scenario;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scenario that is wanted: on whom, and when.
///
/// @param deviceId the one device it shall befall, or `null` for its usual victims
/// @param delay from the moment that the simulated world counts as now; negative = in its past
public record ScenarioCall(Scenario scenario, @Nullable String deviceId, Duration delay) {
  /// When nobody says.
  public static final Duration USUAL_DELAY = Duration.ofMinutes(2);

  /// The scenario on its usual victims after the usual delay.
  public static ScenarioCall of(Scenario scenario) {
    return new ScenarioCall(scenario, null, USUAL_DELAY);
  }

  /// Whom it befalls in a fleet; nobody if the fleet has no such device.
  public List<SimulatedDevice> victims(Fleet fleet) {
    return deviceId == null
        ? scenario.usualVictims(fleet)
        : fleet.device(deviceId).stream().toList();
  }
}
