package ai.cryox.simulator.scenario;

import java.util.List;
import java.util.Optional;

/// The scenarios that ship.
public final class Scenarios {
  private static final List<Scenario> ALL =
      List.of(
          new NormalDay(),
          new DoorLeftOpen(),
          new CompressorFailure(),
          new EndlessDefrost(),
          new FreezerLeak(),
          new SensorStuck(),
          new SensorSilent(),
          new GatewayLost(),
          new WrongClock(),
          new BackFill(),
          new Duplicates(),
          new Garbage());

  private Scenarios() {}

  /// All of them, the harmless first.
  public static List<Scenario> all() {
    return ALL;
  }

  /// The scenario of this name, if there is one.
  public static Optional<Scenario> byName(String name) {
    return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }
}
