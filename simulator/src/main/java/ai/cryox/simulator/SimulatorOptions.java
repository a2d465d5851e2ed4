package ai.cryox.simulator;

import ai.cryox.simulator.publish.Link;
import ai.cryox.simulator.scenario.DoorLeftOpen;
import ai.cryox.simulator.scenario.ScenarioCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which world to simulate, and how it runs.
///
/// @param seed everything random follows from it
/// @param facilities 1 or more, at most as many as devices
/// @param devices 1 to 100,000
/// @param sampling time between two readings of a device, whole milliseconds
/// @param speed simulated seconds in a real one, above 0
/// @param history how much of the simulated world lies in the past and is sent at once
/// @param start when the simulated world begins, or `null` for `history` before the clock's now
/// @param length how long it runs from its now on, in simulated time, or `null` for ever
/// @param link how devices reach the broker, or `null` to choose by their number
/// @param scenarios the trouble there will be
public record SimulatorOptions(
    long seed,
    int facilities,
    int devices,
    Duration sampling,
    double speed,
    Duration history,
    @Nullable Instant start,
    @Nullable Duration length,
    @Nullable Link link,
    List<ScenarioCall> scenarios) {
  /// 24 devices in 3 facilities, every 30 s, a normal day in real time.
  public static final SimulatorOptions USUAL =
      new SimulatorOptions(
          1, 3, 24, Duration.ofSeconds(30), 1, Duration.ZERO, null, null, null, List.of());

  private static final int MOST_OWN_CONNECTIONS = 60;

  /// How long before now the demo's door was left open: such that its fridge counts as too warm,
  /// three minutes above 8 °C, about a minute after the start.
  private static final Duration DEMO_TROUBLE = Duration.ofMinutes(-3);

  /// @throws IllegalArgumentException whose message is a sentence for the person who chose them
  public SimulatorOptions {
    scenarios = List.copyOf(scenarios);
    require(devices >= 1 && devices <= 100_000, "The number of devices must be 1 to 100000.");
    require(
        facilities >= 1 && facilities <= devices,
        "The number of facilities must be 1 to the number of devices.");
    require(
        sampling.toMillis() >= 1 && sampling.compareTo(Duration.ofDays(1)) <= 0,
        "The sampling period must be 1 ms to 1 day.");
    require(speed > 0 && speed <= 100_000, "The speed must be above 0 and at most 100000.");
    require(!history.isNegative(), "The history cannot be negative.");
    require(length == null || !length.isNegative(), "The simulated duration cannot be negative.");
  }

  /// The world of `cryox demo`: half an hour of history, a reading every 5 s, and a vaccine fridge
  /// that raises its alarm about a minute after the start.
  public static SimulatorOptions demo(long seed, int facilities, int devices) {
    return new SimulatorOptions(
        seed,
        facilities,
        devices,
        Duration.ofSeconds(5),
        1,
        Duration.ofMinutes(30),
        null,
        null,
        null,
        List.of(new ScenarioCall(new DoorLeftOpen(), null, DEMO_TROUBLE)));
  }

  /// The same with at most so much history: what is stored already is not to be made up anew.
  ///
  /// @param longest not negative
  public SimulatorOptions withHistoryOfAtMost(Duration longest) {
    return longest.compareTo(history) >= 0
        ? this
        : new SimulatorOptions(
            seed, facilities, devices, sampling, speed, longest, start, length, link, scenarios);
  }

  /// How devices reach the broker: above 60 devices through their facility's gateway, unless said
  /// otherwise.
  public Link effectiveLink() {
    if (link != null) {
      return link;
    }
    return devices > MOST_OWN_CONNECTIONS ? Link.GATEWAY : Link.DEVICE;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
