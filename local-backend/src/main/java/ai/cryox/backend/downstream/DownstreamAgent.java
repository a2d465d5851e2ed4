package ai.cryox.backend.downstream;

import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.backend.pipeline.PipelineAgent;
import ai.cryox.backend.relay.Downlink;
import ai.cryox.backend.relay.TopicHandler;
import ai.cryox.backend.store.SqliteDatabase;
import ai.cryox.backend.store.SqliteDeviceBoundStore;
import ai.cryox.backend.store.SqliteTwinStore;
import ai.cryox.backend.twin.DirectMethods;
import ai.cryox.core.downstream.Downstream;
import ai.cryox.core.reading.ReadingSink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Joins everything that goes to devices, and owns its deadlines: one thread looks four times a
/// second which calls are over and which devices listen by now. Can be stepped by hand instead.
public final class DownstreamAgent implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(250);

  private final TwinDesk twins;
  private final DeviceBoundDesk messages;
  private final DirectMethods methods;
  private final PipelineAgent agent;
  private final InstantSource clock;
  private final Downlink downlink;
  private final TopicHandler topics;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// @param agent turns the desks
  /// @param downlink reaches the devices
  /// @param rejectedLane takes what devices say and nobody understands
  public DownstreamAgent(
      Fleet fleet,
      SqliteDatabase database,
      PipelineAgent agent,
      Downlink downlink,
      ReadingSink rejectedLane,
      InstantSource clock) {
    this.agent = agent;
    this.clock = clock;
    twins = new TwinDesk(fleet, new SqliteTwinStore(database), downlink);
    messages = new DeviceBoundDesk(new SqliteDeviceBoundStore(database), downlink);
    methods = new DirectMethods(clock.instant());
    this.downlink = downlink;
    topics = new HubTopics(twins, methods, agent, downlink, rejectedLane, clock);
  }

  /// Changes twins, on the pipeline's thread.
  public TwinDesk twins() {
    return twins;
  }

  /// What a person's session gives them; whether they may is not asked here.
  public Downstream downstream(Attributed person) {
    return new LocalDownstream(twins, messages, methods, person, downlink, clock);
  }

  /// What the endpoint asks when a device speaks on IoT Hub's topics.
  public TopicHandler topics() {
    return topics;
  }

  /// Starts the thread.
  public void start() {
    Thread.ofPlatform().name("downstream").daemon().start(this::run);
  }

  private void run() {
    try {
      while (!stopped.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
        turn();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks once.
  public void turn() {
    methods.expire(clock.instant());
    if (messages.ready()) {
      agent.submit(batch -> {
        messages.turn(batch);
        return true;
      });
    }
  }

  /// Stops the thread.
  @Override
  public void close() {
    stopped.countDown();
  }
}
