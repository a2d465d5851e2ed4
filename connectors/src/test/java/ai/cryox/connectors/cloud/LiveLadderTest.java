package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.backend.Standing.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The ladder, turned by hand on rungs that fail as they are told.
class LiveLadderTest {
  private final MovedClock clock = new MovedClock();
  private final Lamp lamp = new Lamp(clock);
  private final TestRung stream = new TestRung(LiveBy.STREAM);
  private final TestRung poll = new TestRung(LiveBy.LONG_POLL);
  private final TestRung delta = new TestRung(LiveBy.DELTA_POLL);
  private final List<Duration> waits = new ArrayList<>();
  private final LiveLadder ladder =
      new LiveLadder(
          List.of(stream, poll, delta), lamp, new MovingPause(), clock, new SplittableRandom(1));

  private final class MovingPause implements Pause {
    @Override
    public void pause(Duration length) {
      waits.add(length);
      clock.move(length);
    }

    @Override
    public void wake() {
      // Nobody waits.
    }
  }

  private final class TestRung implements Rung {
    private final LiveBy by;
    private @Nullable CallException fails;
    private boolean hears = true;
    private Duration lasts = Duration.ofSeconds(5);

    TestRung(LiveBy by) {
      this.by = by;
    }

    @Override
    public LiveBy by() {
      return by;
    }

    @Override
    public void once(Runnable heard) {
      if (hears) {
        heard.run();
      }
      clock.move(lasts);
      if (fails != null) {
        throw fails;
      }
    }

    @Override
    public Duration pause() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration fresh() {
      return Duration.ofSeconds(30);
    }

    @Override
    public void interrupt() {
      // Nothing goes on.
    }

    void fail(Kind kind) {
      fails = new CallException(kind, "because", 0, Duration.ofSeconds(90));
      hears = false;
    }

    void mend() {
      fails = null;
      hears = true;
    }
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      ladder.step();
    }
  }

  @Test
  void aWayThatIsNotThereIsLeftAtOnceAndTheNextOneSaysWhy() {
    stream.fail(Kind.NOT_THERE);
    steps(2);
    assertEquals(LiveBy.LONG_POLL, lamp.light().liveBy());
    assertEquals(State.CONNECTED, lamp.light().state());
    assertEquals("because", lamp.light().sentence());
  }

  @Test
  void aWayThatBreaksThreeTimesIsLeftAndTriedAgainLater() {
    stream.fail(Kind.BROKEN);
    steps(4);
    assertEquals(LiveBy.LONG_POLL, ladder.by());
    stream.mend();
    steps(60);
    assertEquals(LiveBy.STREAM, ladder.by());
    assertEquals("", lamp.light().sentence());
  }

  @Test
  void whileTheBetterWayStaysBrokenItIsTriedMoreAndMoreSeldom() {
    stream.fail(Kind.NOT_THERE);
    poll.lasts = Duration.ofSeconds(10);
    int tries = 0;
    for (int i = 0; i < 2_000; i++) {
      tries += ladder.by() == LiveBy.STREAM ? 1 : 0;
      ladder.step();
    }
    assertTrue(tries < 20, "tried " + tries + " times in six hours");
    assertEquals(State.CONNECTED, lamp.light().state());
  }

  @Test
  void aServerThatDoesNotAnswerIsNoReasonToClimbDown() {
    stream.fail(Kind.UNREACHABLE);
    steps(30);
    assertEquals(LiveBy.STREAM, ladder.by());
    assertEquals(State.UNREACHABLE, lamp.light().state());
    assertEquals(MovedClock.START, lamp.light().since());
    assertTrue(waits.stream().allMatch(wait -> wait.compareTo(Duration.ofSeconds(10)) <= 0));
    stream.mend();
    steps(1);
    assertEquals(State.CONNECTED, lamp.light().state());
  }

  @Test
  void whoIsThrottledWaitsAsLongAsTheServerWants() {
    steps(1);
    stream.fail(Kind.THROTTLED);
    steps(1);
    assertEquals(State.THROTTLED, lamp.light().state());
    assertTrue(waits.getLast().compareTo(Duration.ofSeconds(90)) >= 0);
    assertEquals(LiveBy.STREAM, ladder.by());
  }

  @Test
  void aStreamThatIsCutNowAndThenIsOpenedAgainWithoutAWord() {
    stream.lasts = Duration.ofSeconds(90);
    stream.fails = new CallException(Kind.BROKEN, "cut", 0, Duration.ZERO);
    steps(50);
    assertEquals(LiveBy.STREAM, ladder.by());
    assertEquals(State.CONNECTED, lamp.light().state());
    assertTrue(waits.stream().allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) <= 0));
  }

  @Test
  void whoMayNotWatchAndWhoIsSignedOutIsToldSo() {
    stream.fail(Kind.FORBIDDEN);
    steps(1);
    assertEquals(State.FORBIDDEN, lamp.light().state());
    stream.fail(Kind.SIGNED_OUT);
    steps(1);
    assertEquals(State.SIGNED_OUT, lamp.light().state());
  }
}
