package ai.cryox.backend.proof;

import ai.cryox.backend.escalation.SystemAlarms;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.store.Finding;
import ai.cryox.backend.store.LedgerBreaks;
import ai.cryox.backend.store.LedgerCheck;
import ai.cryox.backend.store.LedgerReport;
import ai.cryox.backend.store.Snapshots;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmKey;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.ledger.LedgerState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Verifies the ledger again and again in the background, a little at a time, keeps its head apart
/// up to date, and raises the alarm `TAMPER` for everything that does not agree. One thread of its
/// own; can be turned by hand instead.
public final class LedgerAgent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerAgent.class);

  /// Where what is wrong with the records is reported.
  private static final String PART = Alarm.SYSTEM + "ledger/";

  /// Alarms for single records; what is found after these is in the last one.
  private static final int MOST_ALARMS = 16;

  private static final int LEAVES_AT_ONCE = 256;
  private static final int CHUNKS_AT_ONCE = 64;

  /// Between two slices, and as many times as long as the slice took: less than two hundredths of a
  /// core, whatever the machine.
  private static final Duration PACE = Duration.ofMillis(250);

  private static final int REST = 60;
  private static final Duration BETWEEN_PASSES = Duration.ofMinutes(10);

  /// Hands a change to the pipeline's thread.
  @FunctionalInterface
  public interface Changes {
    /// @return completed when it is durable
    CompletableFuture<Alarm> submit(Function<Batch, Alarm> change);
  }

  private final Snapshots database;
  private final LedgerBreaks breaks;
  private final HeadWatch heads;
  private final SystemAlarms alarms;
  private final Changes pipeline;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private LedgerCheck check;
  private Instant nextPass = Instant.MIN;
  private int raised;
  private volatile LedgerState state = LedgerState.UNKNOWN;

  /// @param alarms the pipeline's thread
  public LedgerAgent(
      Snapshots database,
      LedgerBreaks breaks,
      HeadWatch heads,
      SystemAlarms alarms,
      Changes pipeline,
      InstantSource clock) {
    this.database = database;
    this.breaks = breaks;
    this.heads = heads;
    this.alarms = alarms;
    this.pipeline = pipeline;
    this.clock = clock;
    this.check = fresh();
  }

  private LedgerCheck fresh() {
    return new LedgerCheck(breaks::found, note -> LOG.debug("{}", note));
  }

  /// What is known of the ledger; any thread.
  public LedgerState state() {
    return state;
  }

  /// Starts the thread.
  public void start() {
    Thread.ofPlatform().name("ledger").daemon().start(this::run);
  }

  private void run() {
    try {
      long pause = PACE.toMillis();
      while (!stopped.await(pause, TimeUnit.MILLISECONDS)) {
        long before = System.nanoTime();
        turn();
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        pause = Math.clamp(took * REST, PACE.toMillis(), 60_000);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// One turn: keeps the head, looks at a little, tells what was found.
  ///
  /// @return whether there is more to look at
  public boolean turn() {
    boolean more = false;
    Instant now = clock.instant();
    heads.keep();
    try {
      // Far ahead of any pause: the clock was set back.
      boolean due = !now.isBefore(nextPass) || now.plus(BETWEEN_PASSES).isBefore(nextPass);
      if (due) {
        more = check.step(database, LEAVES_AT_ONCE, CHUNKS_AT_ONCE);
        if (!more) {
          passed(now);
        }
      }
    } catch (StoreException failed) {
      breaks.found(
          new Finding(
              "the ledger",
              null,
              null,
              "it cannot be verified (%s)".formatted(failed.getMessage()),
              "run `cryox check`, and restore a backup if the file is damaged"));
      check = fresh();
      nextPass = now.plus(BETWEEN_PASSES);
    }
    breaks.take().forEach(this::raise);
    return more;
  }

  private void passed(Instant now) {
    LedgerReport report = check.report();
    state =
        new LedgerState(
            now, report.leaves(), report.signedLeaves(), report.readings(), breaks.all());
    check = fresh();
    nextPass = now.plus(BETWEEN_PASSES);
  }

  private void raise(Finding finding) {
    LOG.error("{}", finding.sentence());
    raised++;
    String part = PART + (raised < MOST_ALARMS ? "%02d".formatted(raised) : "more");
    String message =
        raised <= MOST_ALARMS
            ? finding.sentence()
            : "And %d more: run `cryox verify --data`. The newest: %s"
                .formatted(raised - MOST_ALARMS, finding.sentence());
    CompletableFuture<@Nullable Alarm> answer =
        pipeline
            .submit(batch ->
                alarms.raise(
                    new AlarmKey(part, Condition.TAMPER),
                    "",
                    new ai.cryox.core.classify.Finding.Violated(
                        Condition.TAMPER, batch.now(), Double.NaN, Severity.CRITICAL, Double.NaN),
                    message,
                    batch))
            .handle((alarm, failed) -> {
              if (failed != null) {
                LOG.warn("An alarm of the ledger could not be raised; the next start looks again.");
              }
              return alarm;
            });
    LOG.debug("Handed over: {}", answer);
  }

  /// Stops the thread.
  @Override
  public void close() {
    stopped.countDown();
  }
}
