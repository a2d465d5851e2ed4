package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.backend.Standing.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/// Shows in which state the way to a server is, since when and why. Any thread.
final class Lamp {
  private final InstantSource clock;
  private final CountDownLatch first = new CountDownLatch(1);
  private Light light;

  /// What it shows.
  ///
  /// @param fresh how long what came last may pass for live, by the way it came
  record Light(State state, Instant since, String sentence, LiveBy liveBy, Duration fresh) {}

  Lamp(InstantSource clock) {
    this.clock = clock;
    this.light =
        new Light(
            State.UNREACHABLE,
            clock.instant(),
            "The connection is being made.",
            LiveBy.STREAM,
            Duration.ZERO);
  }

  synchronized Light light() {
    return light;
  }

  /// Opened when live values have come for the first time.
  CountDownLatch first() {
    return first;
  }

  /// Live values come.
  synchronized void connected(Rung by, String sentence) {
    show(State.CONNECTED, sentence, by.by(), by.fresh());
    first.countDown();
  }

  /// They do not come any more.
  synchronized void lost(CallException why) {
    State state =
        switch (why.kind()) {
          case THROTTLED -> State.THROTTLED;
          case FORBIDDEN -> State.FORBIDDEN;
          case SIGNED_OUT -> State.SIGNED_OUT;
          case UNREACHABLE, BROKEN, REFUSED, NOT_THERE -> State.UNREACHABLE;
        };
    show(state, why.sentence(), light.liveBy(), light.fresh());
  }

  private void show(State state, String sentence, LiveBy by, Duration fresh) {
    boolean same = light.state() == state;
    light = new Light(state, same ? light.since() : clock.instant(), sentence, by, fresh);
  }
}
