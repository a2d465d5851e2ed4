package ai.cryox.backend.pipeline;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.classify.ReadingClassifier;
import ai.cryox.backend.classify.Watches;
import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.excursion.ExcursionDesk;
import ai.cryox.backend.fleet.Fleet;
import ai.cryox.backend.ingest.Admission;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.ingest.IngestQueue;
import ai.cryox.backend.live.LiveState;
import ai.cryox.backend.metrics.Metrics;
import ai.cryox.backend.store.BatchWriter;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.reading.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns the pipeline: one thread, one batch after the other. Can be stepped by hand instead, for
/// tests on a moved clock.
public final class PipelineAgent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineAgent.class);

  /// A batch is closed this long after its first message: short enough for nobody to notice, long
  /// enough for one disk synchronisation to serve many devices.
  private static final Duration GROUPING = Duration.ofMillis(5);

  /// Messages that close a batch at once: while it is committed, the wires collect the next one.
  private static final int ENOUGH = 4_000;

  /// Messages in a batch at most. What has piled up behind a slow commit goes into few large ones,
  /// which cost less a reading than many small ones.
  private static final int MOST = 16_000;

  /// Deadlines are looked at at least this often.
  private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

  private static final int MOST_COMMANDS = 1_000;

  private final IngestQueue queue;

  private final ReadingPipeline pipeline;
  private final DurableAppend append;
  private final LiveState live;
  private final InstantSource clock;
  private final BlockingQueue<Command<?>> commands = new ArrayBlockingQueue<>(MOST_COMMANDS);
  private volatile boolean stopping;
  private @Nullable Thread thread;

  private PipelineAgent(
      IngestQueue queue,
      ReadingPipeline pipeline,
      DurableAppend append,
      LiveState live,
      InstantSource clock) {
    this.queue = queue;
    this.pipeline = pipeline;
    this.append = append;
    this.live = live;
    this.clock = clock;
  }

  /// Joins the stations to one line.
  ///
  /// @param queue where it takes from
  /// @param fleet what was restored of each device
  /// @param excursions with what was restored of its memory
  /// @param watches look for what is wrong beside the temperature
  /// @param alarms with what was restored of its memory
  /// @param escalations with what was restored of its memory
  /// @param admission shares its count of duplicates with the vital signs
  /// @param live where it publishes
  /// @param metrics what it measures
  public static PipelineAgent assemble(
      IngestQueue queue,
      Fleet fleet,
      Admission admission,
      ExcursionDesk excursions,
      Watches watches,
      AlarmDesk alarms,
      EscalationDesk escalations,
      BatchWriter writer,
      LiveState live,
      Metrics metrics,
      InstantSource clock) {
    DurableAppend append = new DurableAppend(writer, alarms, escalations, live, clock);
    ReadingPipeline pipeline =
        new ReadingPipeline(
            admission,
            new ReadingClassifier(fleet),
            excursions,
            watches,
            alarms,
            escalations,
            append,
            live,
            new PipelineMeter(metrics));
    return new PipelineAgent(queue, pipeline, append, live, clock);
  }

  /// Starts the thread.
  public void start() {
    thread = Thread.ofPlatform().name("pipeline").start(this::run);
  }

  /// Whether the thread runs.
  public boolean isAlive() {
    Thread running = thread;
    return running != null && running.isAlive();
  }

  /// Asks for a change on the pipeline's thread.
  ///
  /// @return completed when the change is durable; with the `IllegalArgumentException` that the
  ///   change threw, or a {@link BackendException} if the backend stops before
  public <T> CompletableFuture<T> submit(Function<Batch, T> change) {
    Command<T> command = new Command<>(change);
    if (stopping || !commands.offer(command)) {
      command.abandon();
    }
    queue.wake();
    return command.answer();
  }

  /// Makes a change and waits until it is durable. Any thread but the pipeline's.
  ///
  /// @throws IllegalArgumentException that the change threw: nothing was changed
  /// @throws BackendException if it is not durable in time
  public <T> T change(Function<Batch, T> change) {
    return Patience.await(submit(change));
  }

  /// One turn: waits at most that long for something to do.
  public void turn(Duration longest) throws InterruptedException {
    List<Delivery> deliveries = queue.drain(longest, GROUPING, ENOUGH, MOST);
    List<Command<?>> now = new ArrayList<>();
    commands.drainTo(now);
    pipeline.process(deliveries, now, clock.instant());
    if (queue.size() == 0) {
      append.tidy(clock.instant());
    }
  }

  private void run() {
    try {
      while (!stopping) {
        turn(LONGEST_WAIT);
      }
      while (queue.size() > 0) {
        turn(Duration.ZERO);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error fault) {
      stopOn(fault);
    } finally {
      stopping = true;
      abandonCommands();
    }
  }

  /// A fault of our own: to go on with half-changed memory could miss an alarm, so nothing goes on.
  private void stopOn(Throwable fault) {
    LOG.error("The pipeline stopped on a fault of its own.", fault);
    live.publishTrouble(
        clock.instant(),
        "Monitoring stopped on a fault of the program itself (%s). Start it again; nothing acknowledged is lost."
            .formatted(fault));
  }

  private void abandonCommands() {
    List<Command<?>> left = new ArrayList<>();
    commands.drainTo(left);
    left.forEach(Command::abandon);
  }

  /// Works off what waits, then stops the thread.
  @Override
  public void close() {
    stopping = true;
    queue.wake();
    Thread running = thread;
    if (running == null) {
      return;
    }
    try {
      if (!running.join(Duration.ofSeconds(5))) {
        append.giveUp();
        running.join();
      }
    } catch (InterruptedException stop) {
      append.giveUp();
      Thread.currentThread().interrupt();
    }
  }
}
