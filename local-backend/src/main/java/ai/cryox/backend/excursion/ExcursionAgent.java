package ai.cryox.backend.excursion;

import ai.cryox.backend.excursion.DueList.Due;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.store.SqliteExcursionStore;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.reading.ReadingStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Evaluates again what late readings changed, one device after the other, beside the pipeline:
/// reading back days of a device must not hold up anybody's alarm. Can be stepped by hand instead.
public final class ExcursionAgent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExcursionAgent.class);
  private static final Duration PACE = Duration.ofMillis(250);

  /// Where changes are made on the pipeline's thread.
  @FunctionalInterface
  public interface Changes {
    /// Asks for a change.
    ///
    /// @return completed when it is durable
    CompletableFuture<Boolean> submit(Function<Batch, Boolean> change);
  }

  private final ExcursionDesk desk;
  private final ReadingStore readings;
  private final SqliteExcursionStore store;
  private final Changes pipeline;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// @param pipeline turns the desk
  public ExcursionAgent(
      ExcursionDesk desk,
      ReadingStore readings,
      SqliteExcursionStore store,
      Changes pipeline,
      InstantSource clock) {
    this.desk = desk;
    this.readings = readings;
    this.store = store;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /// Starts the thread.
  public void start() {
    Thread.ofPlatform().name("excursions").daemon().start(this::run);
  }

  private void run() {
    try {
      while (stopped.getCount() > 0) {
        CompletableFuture<Boolean> applied = turn();
        if (applied == null) {
          stopped.await(PACE.toMillis(), TimeUnit.MILLISECONDS);
        } else {
          await(applied);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// What could not be stored stays marked, so the next start does it again if nobody does before.
  private static void await(CompletableFuture<Boolean> applied) throws InterruptedException {
    try {
      applied.get();
    } catch (ExecutionException refused) {
      LOG.debug("An evaluation could not be taken over.", refused);
    }
  }

  /// Evaluates one device that is due.
  ///
  /// @return completed when what was found is durable; `null` if no device is due
  public @Nullable CompletableFuture<Boolean> turn() {
    Due due = desk.due().take(clock.instant());
    if (due == null) {
      return null;
    }
    try {
      Evaluation found = Evaluation.of(due, readings, store);
      return pipeline
          .submit(batch -> desk.apply(found, batch))
          .whenComplete((applied, failed) -> {
            if (failed != null) {
              again(due);
            }
          });
    } catch (StoreException failed) {
      LOG.warn("Late readings of {} could not be evaluated.", due.deviceId(), failed);
      again(due);
      return null;
    }
  }

  private void again(Due due) {
    desk.due().mark(due, clock.instant());
  }

  /// Stops the thread; what it does not finish is done at the next start.
  @Override
  public void close() {
    stopped.countDown();
  }
}
