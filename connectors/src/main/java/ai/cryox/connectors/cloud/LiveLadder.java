package ai.cryox.connectors.cloud;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.backend.Standing.LiveBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Keeps the newest state coming by the best {@link Rung} that works. A rung that is not there, or
/// breaks three times in a row, is left for the one below; every now and then the one above is
/// tried again. A server that does not answer at all is no reason to climb down. One thread.
final class LiveLadder implements AutoCloseable {
  private static final int MOST_BREAKS = 3;

  /// A stream that lasted so long did its work.
  private static final Duration GOOD = Duration.ofSeconds(60);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofMinutes(1);

  /// Where nobody answers: whoever looks is blind until the next attempt, and it costs nobody
  /// anything.
  private static final Duration LAST_CALL = Duration.ofSeconds(10);

  private static final Duration FIRST_CLIMB = Duration.ofMinutes(2);
  private static final Duration LAST_CLIMB = Duration.ofMinutes(30);

  private final List<Rung> rungs;
  private final Lamp lamp;
  private final Pause pause;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Thread thread;
  private final AtomicInteger level = new AtomicInteger();
  private volatile boolean closed;
  private int breaks;
  private boolean climbing;
  private boolean heard;
  private Duration retry = FIRST_RETRY;
  private Duration climb = FIRST_CLIMB;
  private Instant climbAt;
  private String why = "";

  /// @param rungs the best first
  LiveLadder(
      List<Rung> rungs, Lamp lamp, Pause pause, InstantSource clock, RandomGenerator random) {
    this.rungs = List.copyOf(rungs);
    this.lamp = lamp;
    this.pause = pause;
    this.clock = clock;
    this.random = random;
    this.climbAt = clock.instant();
    this.thread = Thread.ofPlatform().name("cloud-live").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      step();
    }
  }

  private Rung rung() {
    return rungs.get(level.get());
  }

  /// Asks once, and waits as long as there is a reason to.
  void step() {
    Rung rung = rung();
    Instant begun = clock.instant();
    heard = false;
    Duration wait;
    try {
      rung.once(() -> hear(rung));
      wait = rung.pause();
    } catch (CallException failed) {
      wait = lose(failed, Duration.between(begun, clock.instant()));
    } catch (IllegalArgumentException nonsense) {
      String sentence = String.valueOf(nonsense.getMessage());
      wait = lose(new CallException(Kind.NOT_THERE, sentence, 0, Duration.ZERO), Duration.ZERO);
    }
    if (!closed) {
      pause.pause(wait);
    }
    if (heard && !closed) {
      climbIfItIsTime();
    }
  }

  private void hear(Rung rung) {
    heard = true;
    retry = FIRST_RETRY;
    if (climbing) {
      climbing = false;
      climb = FIRST_CLIMB;
      why = "";
    }
    lamp.connected(rung, level.get() == 0 ? "" : why);
  }

  private Duration lose(CallException failed, Duration lasted) {
    if (closed) {
      return Duration.ZERO;
    }
    if (climbing && !heard) {
      climbing = false;
      climb = shorter(climb.multipliedBy(2), LAST_CLIMB);
      descend(null);
      return Duration.ZERO;
    }
    return switch (failed.kind()) {
      case NOT_THERE, REFUSED -> missing(failed);
      case BROKEN -> broken(failed, lasted);
      case THROTTLED -> {
        lamp.lost(failed);
        yield failed.retryAfter().plus(jitter(FIRST_RETRY));
      }
      case UNREACHABLE -> {
        lamp.lost(failed);
        yield backOff(LAST_CALL);
      }
      case FORBIDDEN, SIGNED_OUT -> {
        lamp.lost(failed);
        yield LAST_RETRY.plus(jitter(LAST_RETRY));
      }
    };
  }

  private Duration missing(CallException failed) {
    if (descend(failed.sentence())) {
      return Duration.ZERO;
    }
    lamp.lost(failed);
    return backOff(LAST_RETRY);
  }

  private Duration broken(CallException failed, Duration lasted) {
    breaks = lasted.compareTo(GOOD) >= 0 ? 1 : breaks + 1;
    if (breaks >= MOST_BREAKS && descend(failed.sentence())) {
      return Duration.ZERO;
    }
    // What had been heard a moment ago is live; whether it still is shows the next attempt.
    if (heard) {
      return jitter(FIRST_RETRY);
    }
    lamp.lost(failed);
    return backOff(LAST_RETRY);
  }

  private boolean descend(@Nullable String because) {
    if (level.get() + 1 >= rungs.size()) {
      return false;
    }
    level.incrementAndGet();
    breaks = 0;
    climbAt = clock.instant().plus(climb);
    if (because != null) {
      why = because;
    }
    return true;
  }

  private void climbIfItIsTime() {
    if (level.get() > 0 && !climbing && !clock.instant().isBefore(climbAt)) {
      level.decrementAndGet();
      breaks = 0;
      climbing = true;
    }
  }

  private Duration backOff(Duration most) {
    Duration wait = jitter(shorter(retry, most));
    retry = shorter(retry.multipliedBy(2), LAST_RETRY);
    return wait;
  }

  /// So that many consoles do not come back at the same moment.
  private Duration jitter(Duration most) {
    return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /// Tries again now, since something has changed. Any thread.
  void hurry() {
    pause.wake();
  }

  /// How the newest state comes. Any thread.
  LiveBy by() {
    return rung().by();
  }

  @Override
  public void close() {
    closed = true;
    rungs.forEach(Rung::interrupt);
    pause.wake();
  }
}
