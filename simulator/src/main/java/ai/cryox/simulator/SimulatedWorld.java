package ai.cryox.simulator;

import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.fleet.SimulatedDevice;
import ai.cryox.simulator.publish.OutgoingMessage;
import ai.cryox.simulator.scenario.Disturbance;
import ai.cryox.simulator.scenario.ScenarioCall;
import ai.cryox.simulator.sensor.Sensor;
import ai.cryox.simulator.thermal.Ambient;
import ai.cryox.simulator.thermal.ThermalUnit;
import ai.cryox.simulator.thermal.UnitPhysics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// A whole simulated world, moved on by whoever holds it; knows no clock and no thread.
///
/// What its devices say depends on the options and the start alone, not on the steps in which it is
/// moved. For one thread.
public final class SimulatedWorld {
  private static final long WARM_UP_SECONDS = 3600;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SimulatorOptions options;
  private final Fleet fleet;
  private final Instant begin;
  private final Instant live;
  private final List<RunningDevice> devices = new ArrayList<>();
  private final PriorityQueue<Pending> pending = new PriorityQueue<>(Pending.ORDER);
  private long nextSecond;
  private long sequence;

  private record Pending(OutgoingMessage message, long sequence) {
    static final Comparator<Pending> ORDER =
        Comparator.comparing((Pending it) -> it.message.sentAt())
            .thenComparingLong(Pending::sequence);
  }

  /// A world that stands at its beginning.
  ///
  /// @param now what the clock says: the world's own now, unless the options name a start
  public SimulatedWorld(SimulatorOptions options, Instant now) {
    this.options = options;
    Instant start = options.start();
    live = start == null ? now : start.plus(options.history());
    begin = live.minus(options.history()).truncatedTo(ChronoUnit.SECONDS);
    nextSecond = begin.getEpochSecond();
    fleet = Fleet.of(options.seed(), options.facilities(), options.devices(), options.sampling());
    fleet.devices().forEach(device -> devices.add(running(device)));
  }

  private RunningDevice running(SimulatedDevice device) {
    SplittableRandom random = new SplittableRandom(options.seed() + device.number() * GOLDEN);
    long second = begin.getEpochSecond() - WARM_UP_SECONDS;
    ThermalUnit unit =
        new ThermalUnit(UnitPhysics.of(device.kind()), ambientOf(device), random.split(), second);
    Sensor sensor = new Sensor(random.split(), second);
    return new RunningDevice(
        device,
        unit,
        sensor,
        disturbancesOf(device),
        options.effectiveLink(),
        message -> pending.add(new Pending(message, sequence++)),
        begin.getEpochSecond(),
        phaseMillis(device));
  }

  private Ambient ambientOf(SimulatedDevice device) {
    UnitPhysics.Surroundings around = UnitPhysics.of(device.kind()).ambient();
    long weather = options.seed() * 31 + device.facilityId().hashCode();
    return new Ambient(weather, around.mean(), around.amplitude(), device.location().longitude());
  }

  private List<Disturbance> disturbancesOf(SimulatedDevice device) {
    List<Disturbance> disturbances = new ArrayList<>();
    for (ScenarioCall call : options.scenarios()) {
      if (call.victims(fleet).contains(device)) {
        long from = live.plus(call.delay()).getEpochSecond();
        disturbances.add(call.scenario().on(device, from));
      }
    }
    return disturbances;
  }

  /// Readings are spread over the sampling period, on whole seconds where it has more than one.
  private long phaseMillis(SimulatedDevice device) {
    long period = device.samplingPeriod().toMillis();
    long phase = period * (device.number() - 1) / options.devices();
    return period >= 2000 && period % 1000 == 0 ? phase - phase % 1000 : phase;
  }

  /// All devices there are.
  public Fleet fleet() {
    return fleet;
  }

  /// Makes a device work with another configuration from its next second on.
  public void configure(SimulatedDevice device, DeviceConfiguration configuration) {
    devices.get(device.number() - 1).configure(configuration);
  }

  /// When it begins, simulated.
  public Instant begin() {
    return begin;
  }

  /// The simulated moment up to which everything is history.
  public Instant live() {
    return live;
  }

  /// Moves the world on and returns the messages that are due and were not yet returned, in the
  /// order of their sending.
  ///
  /// @param now simulated; a moment already passed gives nothing
  public List<OutgoingMessage> step(Instant now) {
    while (nextSecond <= now.getEpochSecond()) {
      devices.forEach(RunningDevice::nextSecond);
      nextSecond++;
    }
    List<OutgoingMessage> due = new ArrayList<>();
    for (Pending next = pending.peek();
        next != null && !next.message().sentAt().isAfter(now);
        next = pending.peek()) {
      due.add(next.message());
      pending.remove();
    }
    return due;
  }

  /// All messages up to and including a simulated moment, made while they are asked for, so that
  /// whole weeks need no memory.
  public Iterator<OutgoingMessage> messagesUntil(Instant end) {
    return new Iterator<>() {
      private Iterator<OutgoingMessage> due = Collections.emptyIterator();
      private boolean ended;

      @Override
      public boolean hasNext() {
        while (!due.hasNext() && !ended) {
          Instant next = Instant.ofEpochSecond(nextSecond);
          ended = !next.isBefore(end);
          due = step(ended ? end : next).iterator();
        }
        return due.hasNext();
      }

      @Override
      public OutgoingMessage next() {
        if (!hasNext()) {
          throw new NoSuchElementException("the simulated time is over");
        }
        return due.next();
      }
    };
  }
}
