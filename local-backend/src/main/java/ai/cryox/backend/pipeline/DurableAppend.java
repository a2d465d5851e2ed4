package ai.cryox.backend.pipeline;

import ai.cryox.backend.alarm.AlarmDesk;
import ai.cryox.backend.escalation.EscalationDesk;
import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.live.LiveState;
import ai.cryox.backend.store.BatchWriter;
import ai.cryox.backend.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a batch, again and again until it is stored. While that lasts nothing is acknowledged,
/// the queue fills, the wires stop reading and the devices keep what they have. The alarm about it
/// is seen at once; it becomes durable, and people are called, with the batch that could not be
/// stored. Belongs to the pipeline's thread; {@link #giveUp} may be called from any.
final class DurableAppend {
  private static final Logger LOG = LoggerFactory.getLogger(DurableAppend.class);
  private static final long BETWEEN_TRIES_MILLIS = 1_000;

  private final BatchWriter writer;
  private final AlarmDesk alarms;
  private final EscalationDesk escalations;
  private final LiveState live;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  DurableAppend(
      BatchWriter writer,
      AlarmDesk alarms,
      EscalationDesk escalations,
      LiveState live,
      InstantSource clock) {
    this.writer = writer;
    this.alarms = alarms;
    this.escalations = escalations;
    this.live = live;
    this.clock = clock;
  }

  /// @return `false` if the backend stops before the batch could be stored: then nothing of it was
  boolean untilDurable(Batch batch) {
    boolean complained = false;
    while (true) {
      try {
        writer.write(batch);
        if (complained) {
          LOG.info("Storing goes on.");
        }
        return true;
      } catch (StoreException failed) {
        Instant now = clock.instant();
        alarms.storeFails(String.valueOf(failed.getMessage()), now, batch);
        escalations.apply(batch);
        live.publishTrouble(now, String.valueOf(failed.getMessage()));
        if (!complained) {
          LOG.error("{}", failed.getMessage());
          LOG.debug("Where it failed.", failed);
        }
        complained = true;
      }
      if (isStoppedWithin(BETWEEN_TRIES_MILLIS)) {
        return false;
      }
    }
  }

  /// Tidies the store up a little, if it is time to. What fails is tried again later; if it matters
  /// to anybody, the next batch will say so.
  void tidy(Instant now) {
    try {
      writer.tidy(now);
    } catch (StoreException failed) {
      LOG.debug("The store could not be tidied up.", failed);
    }
  }

  void giveUp() {
    stopped.countDown();
  }

  private boolean isStoppedWithin(long millis) {
    try {
      return stopped.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
