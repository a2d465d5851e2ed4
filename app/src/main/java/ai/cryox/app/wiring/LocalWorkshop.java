package ai.cryox.app.wiring;

import ai.cryox.app.start.Workshop;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Session;
import ai.cryox.simulator.Simulator;
import ai.cryox.simulator.SimulatorOptions;
import ai.cryox.simulator.fleet.SimulatedDevice;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Sets up the backend in this process. Any thread.
final class LocalWorkshop implements Workshop, AutoCloseable {
  private static final long SEED = 1;
  private static final int FACILITIES = 3;
  private static final int DEVICES = 24;

  private final int plainPort;
  private final InstantSource clock;
  private @Nullable Simulator sample;

  /// @param plainPort where devices of this machine connect; 0 = nowhere
  LocalWorkshop(int plainPort, InstantSource clock) {
    this.plainPort = plainPort;
    this.clock = clock;
  }

  @Override
  public synchronized void loadSample(Session session) {
    if (sample != null) {
      return;
    }
    if (plainPort == 0) {
      throw new BackendException(
          "The simulated cold store needs the port for devices of this machine (--mqtt), which is"
              + " closed.");
    }
    SimulatorOptions options = SimulatorOptions.demo(SEED, FACILITIES, DEVICES);
    Simulator fresh = new Simulator(options, "tcp://127.0.0.1:" + plainPort, clock);
    try {
      requireOtherNames(fresh, session);
      DemoSite.begin(fresh.fleet(), session, clock.instant());
    } catch (RuntimeException failed) {
      fresh.close();
      throw failed;
    }
    fresh.start();
    sample = fresh;
  }

  /// What somebody registered here must not be mixed up with what is simulated.
  private static void requireOtherNames(Simulator fresh, Session session) {
    for (SimulatedDevice one : fresh.fleet().devices()) {
      if (session.live().latest().device(one.deviceId()).isPresent()) {
        throw new BackendException(
            "The sample has a device %s, and so have you. Load it into another data folder."
                .formatted(one.deviceId()));
      }
    }
  }

  @Override
  public synchronized void close() {
    Simulator running = sample;
    sample = null;
    if (running != null) {
      running.close();
    }
  }
}
