package ai.cryox.app.pictures;

import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.scenario.BackFill;
import ai.cryox.simulator.scenario.CompressorFailure;
import ai.cryox.simulator.scenario.DoorLeftOpen;
import ai.cryox.simulator.scenario.EndlessDefrost;
import ai.cryox.simulator.scenario.Garbage;
import ai.cryox.simulator.scenario.Scenario;
import ai.cryox.simulator.scenario.ScenarioCall;
import ai.cryox.simulator.scenario.SensorSilent;
import ai.cryox.simulator.scenario.SensorStuck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What goes wrong in the staged day.
final class StagedTrouble {
  private static final Duration MORNING = Duration.ofHours(11);

  private StagedTrouble() {}

  /// Trouble that is over, such as every day has: a door was left open in the morning, a logger
  /// came late, a device sent garbage.
  ///
  /// @param past how long the site lives; the days that lie wholly in it have trouble each
  static List<ScenarioCall> ofEachDay(Duration past) {
    List<ScenarioCall> calls = new ArrayList<>();
    for (Duration day = Duration.ZERO;
        day.plus(MORNING).compareTo(past) < 0;
        day = day.plusDays(1)) {
      calls.add(new ScenarioCall(new DoorLeftOpen(), null, day.plus(MORNING).negated()));
      calls.add(new ScenarioCall(new BackFill(), null, day.plusHours(6).negated()));
      calls.add(new ScenarioCall(new Garbage(), null, day.plusHours(2).negated()));
    }
    return calls;
  }

  /// The same, and then half the units fail one after the other within the last hours.
  static List<ScenarioCall> ofABadDay(Fleet fleet, Duration past) {
    List<ScenarioCall> calls = new ArrayList<>(ofEachDay(past));
    int failed = 0;
    for (SimulatedDevice device : fleet.devices()) {
      Scenario trouble = trouble(device);
      if (trouble != null) {
        Duration ago = Duration.ofMinutes(25 + failed * 13L % 170);
        calls.add(new ScenarioCall(trouble, device.deviceId(), ago.negated()));
        failed++;
      }
    }
    return calls;
  }

  private static @Nullable Scenario trouble(SimulatedDevice device) {
    return switch (device.kind()) {
      case REFRIGERATOR -> device.number() % 3 == 0 ? new SensorStuck() : new CompressorFailure();
      case FREEZER -> new EndlessDefrost();
      case ULTRA_LOW_FREEZER, FROZEN_STORE ->
          device.number() % 2 == 0 ? new CompressorFailure() : null;
      case CHILLED_ROOM -> device.number() % 3 == 0 ? new CompressorFailure() : null;
      case CONTROLLED_ROOM -> device.number() % 4 == 1 ? new SensorSilent() : null;
    };
  }
}
