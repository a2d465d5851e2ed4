package ai.cryox.backend.rights;

import ai.cryox.backend.ingest.Batch;
import ai.cryox.backend.pipeline.Attributed;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.people.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes down who tried what they may not. The first try is a line at once; the same again within
/// a minute is counted and becomes one line, so that a program that asks in a loop cannot fill the
/// disk. Thread-safe; {@link #accept} belongs to the pipeline's thread.
public final class DeniedTries implements Consumer<Batch> {
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
  private static final int MOST_KINDS = 10_000;

  private final Map<Kind, Count> counts = new HashMap<>();

  private record Kind(
      String userId, String name, @Nullable String address, Action action, String facilityId) {}

  private static final class Count {
    private final Instant saidAt;
    private int unsaid;

    Count(Instant saidAt) {
      this.saidAt = saidAt;
    }

    boolean isOver(Instant now) {
      return !now.isBefore(saidAt.plus(BETWEEN_LINES));
    }
  }

  /// Somebody tried.
  void note(Attributed person, Action action, String facilityId) {
    Kind kind =
        new Kind(person.who().userId(), person.name(), person.address(), action, facilityId);
    person.submit(batch -> {
      count(kind, batch);
      return true;
    });
  }

  private synchronized void count(Kind kind, Batch batch) {
    Count count = counts.get(kind);
    if (count == null && counts.size() < MOST_KINDS) {
      counts.put(kind, new Count(batch.now()));
    }
    if (count == null) {
      batch.audit.add(line(kind, 1, batch.now()));
    } else {
      count.unsaid++;
    }
  }

  /// Writes down what was counted and is due.
  @Override
  public synchronized void accept(Batch batch) {
    for (Iterator<Map.Entry<Kind, Count>> all = counts.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Kind, Count> one = all.next();
      Count count = Objects.requireNonNull(one.getValue());
      if (count.isOver(batch.now())) {
        all.remove();
        if (count.unsaid > 0) {
          batch.audit.add(line(one.getKey(), count.unsaid, batch.now()));
        }
      }
    }
  }

  private static AuditEntry line(Kind kind, int times, Instant now) {
    String what = "denied." + kind.action().name().toLowerCase(Locale.ROOT);
    return AuditEntry.refused(now, kind.name(), what, "Was not allowed to.")
        .by(kind.userId(), kind.address())
        .about(kind.facilityId())
        .times(times);
  }
}
