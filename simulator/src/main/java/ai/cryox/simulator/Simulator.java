package ai.cryox.simulator;

import ai.cryox.simulator.control.FleetControl;
import ai.cryox.simulator.fleet.Fleet;
import ai.cryox.simulator.publish.Credentials;
import ai.cryox.simulator.publish.MqttPublisher;
import ai.cryox.simulator.publish.OutgoingMessage;
import ai.cryox.simulator.publish.PublishCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A simulated world that runs by a clock and publishes over real MQTT connections.
///
/// One thread of its own moves the world and pumps the connections. Its methods may be called from
/// any thread.
public final class Simulator implements AutoCloseable {
  private static final Duration STRIDE = Duration.ofSeconds(1);
  private static final int STRIDES_AT_ONCE = 600;
  private static final long IDLE_NANOS = Duration.ofMillis(20).toNanos();
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final SimulatorOptions options;
  private final InstantSource clock;
  private final Instant startedAt;
  private final SimulatedWorld world;
  private final @Nullable Instant end;
  private final MqttPublisher publisher;
  private final Thread thread;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile @Nullable Throwable failure;
  private volatile boolean closing;
  private volatile Instant reached;
  private volatile PublishCounts counts;

  /// Makes the world, whose now is the clock's; {@link #start} sets it going.
  ///
  /// @param broker `tcp://host:port` or `ssl://host:port`
  public Simulator(SimulatorOptions options, String broker, InstantSource clock) {
    this(options, broker, null, clock);
  }

  /// The same for a broker that asks who comes.
  ///
  /// @param credentials what the devices show, or `null`
  public Simulator(
      SimulatorOptions options,
      String broker,
      @Nullable Credentials credentials,
      InstantSource clock) {
    this.options = options;
    this.clock = clock;
    startedAt = clock.instant();
    world = new SimulatedWorld(options, startedAt);
    end = options.length() == null ? null : world.live().plus(options.length());
    reached = world.begin().minusMillis(1);
    thread = Thread.ofPlatform().name("simulator").daemon().unstarted(this::run);
    publisher =
        new MqttPublisher(
            broker,
            world.fleet(),
            options.effectiveLink(),
            credentials,
            new FleetControl(world.fleet(), world::configure),
            () -> LockSupport.unpark(thread));
    counts = publisher.counts();
  }

  /// Sets it going, once.
  public void start() {
    thread.start();
  }

  /// All devices there are.
  public Fleet fleet() {
    return world.fleet();
  }

  /// How publishing goes, a fraction of a second ago.
  public PublishCounts counts() {
    return counts;
  }

  /// The simulated moment that has been reached.
  public Instant reached() {
    return reached;
  }

  /// Waits until the simulated duration is over and everything acknowledged.
  ///
  /// @return whether that is so, or it was closed; `false` when the time ran out first
  /// @throws IllegalStateException if the simulator stopped on a fault of its own
  public boolean awaitEnd(Duration longest) throws InterruptedException {
    boolean over = finished.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    Throwable fault = failure;
    if (fault != null) {
      throw new IllegalStateException("The simulator stopped on a fault of its own.", fault);
    }
    return over;
  }

  private void run() {
    try {
      while (!closing && !isOver()) {
        boolean behind = advance();
        publisher.pump();
        counts = publisher.counts();
        if (!behind) {
          LockSupport.parkNanos(this, IDLE_NANOS);
        }
      }
    } catch (RuntimeException | Error fault) {
      failure = fault;
    } finally {
      publisher.close();
      finished.countDown();
    }
  }

  private boolean isOver() {
    return end != null && !reached.isBefore(end) && counts.waiting() == 0;
  }

  /// Moves the world towards its now; returns whether it is still behind and could go on. History
  /// waits for the broker, what is live does not: then a device's own memory is the bound.
  private boolean advance() {
    Instant target = simulatedNow();
    for (int i = 0; i < STRIDES_AT_ONCE && reached.isBefore(target); i++) {
      boolean live = !reached.isBefore(world.live());
      if (!publisher.hasRoom(live)) {
        return false;
      }
      Instant next = reached.plus(STRIDE);
      next = next.isBefore(target) ? next : target;
      for (OutgoingMessage message : world.step(next)) {
        publisher.add(message, live);
      }
      reached = next;
    }
    return reached.isBefore(target);
  }

  private Instant simulatedNow() {
    Duration real = Duration.between(startedAt, clock.instant());
    Instant now = world.live().plusNanos((long) (real.toNanos() * options.speed()));
    return end == null || now.isBefore(end) ? now : end;
  }

  /// Stops at once and ends the connections; what was not yet acknowledged is forgotten.
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    if (thread.getState() == Thread.State.NEW) {
      publisher.close();
      return;
    }
    try {
      thread.join(CLOSING);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
