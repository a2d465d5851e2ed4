package ai.cryox.backend.live;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.core.live.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How the backend is. Written by the pipeline's thread.
public final class VitalSigns {
  private static final int WINDOW_SECONDS = 10;

  private final Instant startedAt;
  private final LongSupplier duplicates;
  private final Surroundings surroundings;
  private Instant countingSince;
  private final long[] perSecond = new long[WINDOW_SECONDS + 1];
  private long second;
  private long stored;
  private long rejected;
  private @Nullable Instant newestReceivedAt;
  private @Nullable Instant troubleSince;

  /// @param stored readings stored when the backend started
  /// @param rejected rejections stored when the backend started
  /// @param duplicates readings that came again
  /// @param surroundings what is around the backend
  public VitalSigns(
      Instant startedAt,
      long stored,
      long rejected,
      LongSupplier duplicates,
      Surroundings surroundings) {
    this.startedAt = startedAt;
    this.stored = stored;
    this.rejected = rejected;
    this.duplicates = duplicates;
    this.surroundings = surroundings;
    this.countingSince = startedAt;
    this.second = startedAt.getEpochSecond();
  }

  void count(Batch batch) {
    advance(batch.now());
    stored += batch.readings.size();
    rejected += batch.rejections.size();
    perSecond[slot(second)] += batch.readings.size();
    if (!batch.readings.isEmpty()) {
      newestReceivedAt = batch.readings.getLast().receivedAt();
    }
    troubleSince = null;
  }

  private void advance(Instant now) {
    long next = now.getEpochSecond();
    if (next < second - WINDOW_SECONDS) {
      // The clock was set back: the window begins anew.
      Arrays.fill(perSecond, 0);
      second = next;
      countingSince = now;
    }
    for (long s = Math.max(second + 1, next - WINDOW_SECONDS); s <= next; s++) {
      perSecond[slot(s)] = 0;
    }
    second = Math.max(second, next);
  }

  private int slot(long epochSecond) {
    return (int) Math.floorMod(epochSecond, (long) perSecond.length);
  }

  Vitals read(Instant now, @Nullable String trouble) {
    advance(now);
    long whole = 0;
    for (int back = 1; back <= WINDOW_SECONDS; back++) {
      whole += perSecond[slot(second - back)];
    }
    long seconds = Math.clamp(Duration.between(countingSince, now).toSeconds(), 1, WINDOW_SECONDS);
    if (trouble != null && troubleSince == null) {
      troubleSince = now;
    }
    return new Vitals(
        startedAt,
        stored,
        (double) whole / seconds,
        duplicates.getAsLong(),
        rejected,
        surroundings.dropped(),
        surroundings.connections(),
        newestReceivedAt,
        trouble,
        trouble == null ? null : troubleSince,
        surroundings.links());
  }
}
