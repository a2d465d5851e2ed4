package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.backend.Standing;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.backend.Standing.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What is said of the newest state while the ladder tries something else.
class CloudLiveTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LATE = Duration.ofSeconds(80);

  private final MovedClock clock = new MovedClock();
  private final LiveMirror mirror = new LiveMirror(clock);
  private final Lamp lamp = new Lamp(clock);

  private record TestRung(LiveBy by, Duration fresh, Consumer<Runnable> asks) implements Rung {
    @Override
    public void once(Runnable heard) {
      asks.accept(heard);
    }

    @Override
    public Duration pause() {
      return Duration.ZERO;
    }

    @Override
    public void interrupt() {
      // Nothing goes on.
    }
  }

  private final class MovingPause implements Pause {
    @Override
    public void pause(Duration length) {
      clock.move(length);
    }

    @Override
    public void wake() {
      // Nobody waits.
    }
  }

  private CloudLive live(Consumer<Runnable> stream, Consumer<Runnable> poll) {
    LiveLadder ladder =
        new LiveLadder(
            List.of(
                new TestRung(LiveBy.STREAM, SOON, stream),
                new TestRung(LiveBy.LONG_POLL, LATE, poll)),
            lamp,
            new MovingPause(),
            clock,
            new SplittableRandom(1));
    return new CloudLive(mirror, ladder, lamp, new Budget(0, null, clock), clock, () -> null);
  }

  private void news(Runnable heard) {
    mirror.apply(new Tree(Map.of("cursor", "1", "at", clock.instant().toString())));
    heard.run();
  }

  private static void breakOff() {
    throw new CallException(Kind.BROKEN, "cut", 0, Duration.ZERO);
  }

  /// A stream that has broken for the third time is left, and the network is silent from then on.
  @Test
  void whatTheStreamBroughtGetsNoOlderBecauseSomethingSlowerIsTried() {
    List<Standing> seen = new ArrayList<>();
    CloudLive[] live = new CloudLive[1];
    live[0] =
        live(
            heard -> {
              news(heard);
              breakOff();
            },
            heard -> {
              clock.move(
                  Duration.between(
                      clock.instant(), Objects.requireNonNull(mirror.asOf()).plus(SOON)));
              seen.add(live[0].standing());
              clock.move(Duration.ofMillis(1));
              seen.add(live[0].standing());
              news(heard);
              clock.move(LATE);
              seen.add(live[0].standing());
              clock.move(Duration.ofMillis(1));
              seen.add(live[0].standing());
            });
    for (int i = 0; i < 4; i++) {
      live[0].ladder().step();
    }
    assertEquals(
        List.of(State.CONNECTED, State.UNREACHABLE, State.CONNECTED, State.UNREACHABLE),
        seen.stream().map(Standing::state).toList());
    assertEquals(
        List.of(LiveBy.STREAM, LiveBy.STREAM, LiveBy.LONG_POLL, LiveBy.LONG_POLL),
        seen.stream().map(Standing::liveBy).toList());
    assertTrue(seen.get(1).sentence().startsWith("Nothing has come"), seen::toString);
  }

  /// The better way is tried again while what came by the slower one is as good as ever.
  @Test
  void whatAPollBroughtIsLiveAsLongAsPollsAreAlthoughTheStreamIsTriedAgain() {
    int[] streams = new int[1];
    Standing[] seen = new Standing[1];
    CloudLive[] live = new CloudLive[1];
    live[0] =
        live(
            heard -> {
              if (++streams[0] > 1) {
                clock.move(SOON.plusSeconds(1));
                seen[0] = live[0].standing();
              }
              throw new CallException(Kind.NOT_THERE, "no stream", 0, Duration.ZERO);
            },
            heard -> {
              clock.move(Duration.ofSeconds(15));
              news(heard);
            });
    for (int i = 0; i < 20 && streams[0] < 2; i++) {
      live[0].ladder().step();
    }
    assertEquals(State.CONNECTED, seen[0].state());
    assertEquals(LiveBy.LONG_POLL, seen[0].liveBy());
  }
}
