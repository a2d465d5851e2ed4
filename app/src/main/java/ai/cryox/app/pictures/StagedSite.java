package ai.cryox.app.pictures;

import ai.cryox.app.wiring.DemoSite;
import ai.cryox.app.wiring.HostPort;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.Wiring;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.routing.DeviceTopic;
import ai.cryox.core.routing.Origin;
import ai.cryox.simulator.SimulatedWorld;
import ai.cryox.simulator.SimulatorOptions;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.publish.OutgoingMessage;
import ai.cryox.simulator.scenario.ScenarioCall;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A real backend that has lived through a simulated day or more, handed to it in minutes: the
/// devices' payloads, byte by byte as they would come by the wire, on a clock that goes with them.
/// The same day each time.
public final class StagedSite implements AutoCloseable {
  /// When the pictures are taken.
  static final Instant END = Instant.parse("2026-11-23T20:14:07Z");

  private static final long SEED = 1;
  private static final int DEVICES = 48;
  private static final int FACILITIES = 3;
  private static final Duration SAMPLING = Duration.ofSeconds(30);
  private static final Duration DAY = Duration.ofHours(26);
  private static final Duration STEP = Duration.ofMinutes(2);
  private static final Duration BAD_HOURS = Duration.ofHours(3);
  private static final Duration ASIDE_BEFORE_END = Duration.ofMinutes(40);
  private static final long PATIENCE_SECONDS = 60;

  private final Duration past;
  private final StagedClock clock;
  private final Monitoring monitoring;

  /// An empty one at the beginning of its day.
  StagedSite(Path folder) {
    this(folder, DAY);
  }

  /// An empty one at its beginning.
  ///
  /// @param past how long it can live
  public StagedSite(Path folder, Duration past) {
    this.past = past;
    clock = new StagedClock(END.minus(past));
    monitoring =
        Wiring.onStagedClock(clock)
            .start(folder, HostPort.ANY, HostPort.ANY, new SignIn.Desk("Anna Berg"));
  }

  /// Lives through the day.
  ///
  /// @param bad whether half the units fail towards its end
  void live(boolean bad, ZoneId zone) {
    live(bad, zone, _ -> {});
  }

  /// The same, with something to do after each step.
  ///
  /// @param onStep told what time it is, on the calling thread
  public void live(boolean bad, ZoneId zone, Consumer<Instant> onStep) {
    Fleet fleet = Fleet.of(SEED, FACILITIES, DEVICES, SAMPLING);
    List<ScenarioCall> trouble =
        bad ? StagedTrouble.ofABadDay(fleet, past) : StagedTrouble.ofEachDay(past);
    SimulatorOptions options =
        new SimulatorOptions(
            SEED, FACILITIES, DEVICES, SAMPLING, 1, past, null, null, null, trouble);
    SimulatedWorld world = new SimulatedWorld(options, END);
    StagedPeople people = new StagedPeople(session(), zone);
    people.begin();
    DemoSite.register(world.fleet(), session(), clock.instant());
    Instant aside = END.minus(ASIDE_BEFORE_END);
    while (clock.instant().isBefore(END)) {
      Instant next = clock.instant().plus(STEP);
      next = next.isBefore(END) ? next : END;
      step(world.step(next), next);
      people.watch();
      if (!bad || next.isBefore(END.minus(BAD_HOURS))) {
        people.work(next);
      } else if (!next.isBefore(aside)) {
        people.putAside();
        aside = Instant.MAX;
      }
      onStep.accept(next);
    }
  }

  private void step(List<OutgoingMessage> messages, Instant next) {
    CountDownLatch stored = new CountDownLatch(messages.size());
    for (OutgoingMessage message : messages) {
      Origin origin = DeviceTopic.parse(message.clientId(), message.topic(), Map.of());
      if (origin == null) {
        throw new IllegalStateException("the simulator speaks on " + message.topic());
      }
      if (message.sentAt().isAfter(clock.instant())) {
        clock.moveTo(message.sentAt());
      }
      while (!monitoring.handIn(origin, message.payload(), stored::countDown)) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
    clock.moveTo(next);
    await(stored);
  }

  private static void await(CountDownLatch stored) {
    try {
      if (!stored.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the staged day was not stored within a minute");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the staged day was broken off", stop);
    }
  }

  /// Has its reports made.
  void file() {
    new StagedPapers(session()).file(clock.instant());
  }

  /// As the person at the desk sees it.
  public Session session() {
    return monitoring.session();
  }

  /// Its own clock.
  public InstantSource clock() {
    return clock;
  }

  /// Lets the clock run on without anything happening.
  void pass(Duration time) {
    clock.moveTo(clock.instant().plus(time));
  }

  /// Where its API answers callers of this machine.
  int httpPort() {
    return monitoring.httpPort();
  }

  @Override
  public void close() {
    monitoring.close();
  }
}
