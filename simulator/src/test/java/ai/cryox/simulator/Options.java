package ai.cryox.simulator;

import ai.cryox.simulator.scenario.ScenarioCall;
import java.time.Duration;
import java.util.List;

/// Options as tests want them.
final class Options {
  private Options() {}

  static SimulatorOptions fleet(
      long seed, int facilities, int devices, Duration sampling, ScenarioCall... scenarios) {
    return new SimulatorOptions(
        seed,
        facilities,
        devices,
        sampling,
        1,
        Duration.ZERO,
        null,
        null,
        null,
        List.of(scenarios));
  }
}
