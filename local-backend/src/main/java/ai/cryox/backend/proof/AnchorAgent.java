package ai.cryox.backend.proof;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.report.ReportException;
import ai.cryox.backend.report.TimeStamps;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.ledger.Anchor;
import ai.cryox.core.ledger.Checkpoint;
import ai.cryox.core.ledger.Hash;
import ai.cryox.core.ledger.SignedNote;
import ai.cryox.core.ledger.StoredStamp;
import ai.cryox.core.ledger.TreeHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the ledger's newest checkpoint confirmed by somebody else, once an hour. If that one does
/// not answer, the ledger goes on; it is tried again after five minutes, and said once for each
/// outage, in the log and in the audit trail. One thread of its own; can be turned by hand instead.
public final class AnchorAgent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnchorAgent.class);
  private static final String WHAT = "ledger.stamp";
  private static final String WHO = "Cryox";
  private static final Duration BETWEEN_STAMPS = Duration.ofHours(1);
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final Anchor anchor;
  private final Supplier<@Nullable SignedNote> newest;
  private final Changes pipeline;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Instant next = Instant.MIN;
  private long confirmed;
  private boolean complained;

  /// Hands a change to the pipeline's thread.
  @FunctionalInterface
  public interface Changes {
    /// @return completed when it is durable
    CompletableFuture<Boolean> submit(Function<Batch, Boolean> change);
  }

  /// @param newest the newest checkpoint that is durable
  public AnchorAgent(
      Anchor anchor, Supplier<@Nullable SignedNote> newest, Changes pipeline, InstantSource clock) {
    this.anchor = anchor;
    this.newest = newest;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /// Starts the thread.
  public void start() {
    Thread.ofPlatform().name("ledger-stamps").daemon().start(this::run);
  }

  private void run() {
    try {
      while (!stopped.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        turn();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// One turn: asks if it is time to.
  public void turn() {
    Instant now = clock.instant();
    SignedNote note = newest.get();
    // Far ahead of any pause: the clock was set back.
    boolean due = !now.isBefore(next) || now.plus(BETWEEN_STAMPS).isBefore(next);
    if (note == null || !due) {
      return;
    }
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (checkpoint.size() == confirmed) {
      return;
    }
    try {
      byte[] hash = hash(note.toString());
      byte[] token = anchor.confirm(hash);
      TimeStamps.Stamp said = TimeStamps.check(token, hash);
      StoredStamp stamp =
          new StoredStamp(checkpoint.size(), note.toString(), anchor.authority(), said.at(), token);
      submit(batch -> batch.stamps.add(stamp));
      confirmed = checkpoint.size();
      next = now.plus(BETWEEN_STAMPS);
      complained = false;
    } catch (IllegalStateException | ReportException refused) {
      next = now.plus(BETWEEN_TRIES);
      complain(String.valueOf(refused.getMessage()));
    }
  }

  private void complain(String why) {
    if (complained) {
      return;
    }
    complained = true;
    LOG.warn("The ledger is not stamped: {} It goes on, and the next try is in 5 minutes.", why);
    submit(batch -> batch.audit.add(AuditEntry.refused(batch.now(), WHO, WHAT, why)));
  }

  private void submit(Function<Batch, Boolean> change) {
    CompletableFuture<@Nullable Boolean> answer =
        pipeline
            .submit(change)
            .handle((done, failed) -> {
              if (failed != null) {
                LOG.warn("What is known of the ledger's stamps could not be stored.", failed);
              }
              return done;
            });
    LOG.debug("Handed over: {}", answer);
  }

  /// What is confirmed of a checkpoint: the SHA-256 of its signed note.
  static byte[] hash(String note) {
    Hash hash = new TreeHash().of(note.getBytes(StandardCharsets.UTF_8));
    return hash.bytes();
  }

  /// Stops the thread.
  @Override
  public void close() {
    stopped.countDown();
  }
}
