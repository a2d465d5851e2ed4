package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Standing;
import ai.cryox.core.backend.Standing.State;
import ai.cryox.core.live.LiveFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The newest state of a server and how it comes.
final class CloudLive implements AutoCloseable {
  private final LiveMirror mirror;
  private final LiveLadder ladder;
  private final Lamp lamp;
  private final Budget budget;
  private final InstantSource clock;
  private final Supplier<@Nullable Instant> pastAsOf;

  /// @param pastAsOf as of when the past is that was shown last, if it was kept
  CloudLive(
      LiveMirror mirror,
      LiveLadder ladder,
      Lamp lamp,
      Budget budget,
      InstantSource clock,
      Supplier<@Nullable Instant> pastAsOf) {
    this.pastAsOf = pastAsOf;
    this.mirror = mirror;
    this.ladder = ladder;
    this.lamp = lamp;
    this.budget = budget;
    this.clock = clock;
  }

  LiveFeed feed() {
    return mirror;
  }

  LiveLadder ladder() {
    return ladder;
  }

  /// What is too old is not live, whatever else looks well, and whatever is tried meanwhile: how
  /// old it may become was said when it came.
  Standing standing() {
    Lamp.Light light = lamp.light();
    Instant asOf = mirror.asOf();
    State state = light.state();
    Instant since = light.since();
    String sentence = light.sentence();
    if (state == State.CONNECTED
        && asOf != null
        && Duration.between(asOf, clock.instant()).compareTo(light.fresh()) > 0) {
      state = State.UNREACHABLE;
      since = asOf;
      sentence = "Nothing has come for a while.";
    }
    return new Standing(
        state, since, sentence, light.liveBy(), budget.allowance(), asOf, pastAsOf.get());
  }

  /// The server's clock, as well as we know it.
  InstantSource serverClock() {
    return () -> clock.instant().plus(mirror.ahead());
  }

  @Override
  public void close() {
    ladder.close();
  }
}
