package ai.cryox.backend.api;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.StoredReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes reports beside the requests that asked for them. A few at a time; what became of each is
/// known for an hour, and not after a stop: then the report itself says it. Any thread.
final class ReportJobs implements AutoCloseable {
  /// Under way at one time; they are made one after the other.
  static final int MOST_AT_ONCE = 8;

  private static final int MOST_KEPT = 200;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final long BEGIN_SECONDS = 30;
  private static final long STOP_SECONDS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(ReportJobs.class);

  private final InstantSource clock;
  private final Map<String, ReportJob> jobs = new LinkedHashMap<>();
  private final ExecutorService makers =
      new ThreadPoolExecutor(
          0,
          MOST_AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().name("report-", 1).daemon().factory());

  ReportJobs(InstantSource clock) {
    this.clock = clock;
  }

  /// Begins one. Returns when the report has its number.
  ///
  /// @param make makes it, watched
  /// @throws ProblemException if there is no room
  /// @throws RuntimeException what `make` refused it with, before anything was made
  ReportJob start(String userId, Function<ReportWatch, StoredReport> make) {
    ReportJob job = new ReportJob(UUID.randomUUID().toString(), userId, clock.instant());
    synchronized (jobs) {
      if (jobs.values().stream().filter(one -> !one.isOver()).count() >= MOST_AT_ONCE) {
        throw noRoom();
      }
      tidy();
      execute(job, make);
      jobs.put(job.jobId(), job);
    }
    awaitBegun(job);
    return job;
  }

  private void execute(ReportJob job, Function<ReportWatch, StoredReport> make) {
    try {
      makers.execute(() -> run(job, make));
    } catch (RejectedExecutionException full) {
      // The last one is over and its thread not free yet, or the server stops.
      LOG.debug("No thread for a report.", full);
      throw noRoom();
    }
  }

  private static ProblemException noRoom() {
    return ProblemException.unavailable(
        "%d reports are being made, and no more are begun. Try again in a minute."
            .formatted(MOST_AT_ONCE));
  }

  /// Called with the lock. Those that were not begun leave nothing behind.
  private void tidy() {
    Instant old = clock.instant().minus(KEPT);
    jobs.values().removeIf(one -> one.endedBefore(old));
    var all = jobs.values().iterator();
    while (jobs.size() >= MOST_KEPT && all.hasNext()) {
      if (all.next().isOver()) {
        all.remove();
      }
    }
  }

  private void run(ReportJob job, Function<ReportWatch, StoredReport> make) {
    try {
      job.made(make.apply(job::advance), clock.instant());
    } catch (CancellationException broken) {
      job.brokenOff(clock.instant());
    } catch (IllegalArgumentException | BackendException | ForbiddenException known) {
      job.failed(known, String.valueOf(known.getMessage()), clock.instant());
    } catch (RuntimeException bug) {
      LOG.error("A report could not be made.", bug);
      job.failed(bug, "This is a fault of ours. The server's log has it.", clock.instant());
    }
  }

  private void awaitBegun(ReportJob job) {
    try {
      job.begun().copy().orTimeout(BEGIN_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof TimeoutException) {
        return;
      }
      synchronized (jobs) {
        jobs.remove(job.jobId());
      }
      if (failed.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw failed;
    }
  }

  /// Somebody's job, or `null` if there is none.
  @Nullable ReportJob find(String jobId, String userId) {
    synchronized (jobs) {
      ReportJob job = jobs.get(jobId);
      return job != null && job.belongsTo(userId) ? job : null;
    }
  }

  /// Breaks all of them off, and waits a moment for them.
  @Override
  public void close() {
    makers.shutdown();
    synchronized (jobs) {
      jobs.values().forEach(ReportJob::cancel);
    }
    try {
      if (!makers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("A report was still being made; the next start says that it is void.");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
