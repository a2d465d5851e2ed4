package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.backend.Standing.State;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A shift of eight hours over twenty facilities, on a moved clock, counted by the server. Somebody
/// looks at the past as often as they get it, and does something every half minute.
class ShiftTest {
  private static final List<String> FACILITIES =
      IntStream.range(0, 20).mapToObj(i -> "f" + i).toList();

  private static final Duration SHIFT = Duration.ofHours(8);
  private static final Duration BETWEEN_ACTIONS = Duration.ofSeconds(30);

  private final MovedClock clock = new MovedClock();
  private final Lamp lamp = new Lamp(clock);
  private int actions;
  private int pictures;

  private CloudSettings settings(URI address) {
    return CloudSettings.of("Cloud", address, Place.CLOUD).withFacilities(FACILITIES);
  }

  private Pause moving() {
    return new Pause() {
      @Override
      public void pause(Duration length) {
        clock.move(length);
      }

      @Override
      public void wake() {
        // Nobody waits.
      }
    };
  }

  /// Lives through it.
  ///
  /// @param past an address of the past
  /// @param action one of an action
  private void work(CloudHttp http, Rung rung, HttpUrl past, HttpUrl action) {
    LiveLadder ladder =
        new LiveLadder(List.of(rung), lamp, moving(), clock, new SplittableRandom(7));
    Instant end = MovedClock.START.plus(SHIFT);
    Instant next = MovedClock.START;
    while (clock.instant().isBefore(end)) {
      ladder.step();
      assertEquals(State.CONNECTED, lamp.light().state(), lamp.light().sentence());
      while (isAnswered(() -> http.past(past))) {
        pictures++;
      }
      if (!clock.instant().isBefore(next)) {
        http.send("POST", action, Map.of("samplingRate", 30));
        actions++;
        next = clock.instant().plus(BETWEEN_ACTIONS);
      }
    }
  }

  private static boolean isAnswered(Supplier<Answer> question) {
    try {
      return question.get().isSuccess();
    } catch (CallException spent) {
      assertEquals(Kind.THROTTLED, spent.kind(), spent.sentence());
      return false;
    }
  }

  private static int mostInAnHour(List<Instant> asked) {
    int most = 0;
    int start = 0;
    for (int i = 0; i < asked.size(); i++) {
      while (asked.get(start).isBefore(asked.get(i).minus(Duration.ofHours(1)))) {
        start++;
      }
      most = Math.max(most, i - start + 1);
    }
    return most;
  }

  private void wasWithin(List<Instant> asked) {
    int most = mostInAnHour(asked);
    assertTrue(most <= CloudSettings.SEED_REQUESTS_PER_HOUR, "most in an hour: " + most);
    assertTrue(actions >= 100, "actions: " + actions);
    assertTrue(pictures >= 2_000, "pictures of the past: " + pictures);
  }

  @ParameterizedTest
  @EnumSource(
      value = LiveBy.class,
      names = {"STREAM", "LONG_POLL", "DELTA_POLL"})
  void noHourOfAServerOfOursHasMoreThanAThousandRequests(LiveBy by) throws IOException {
    try (ShiftServer server = new ShiftServer(clock)) {
      CloudSettings settings = settings(server.address());
      Budget budget = new Budget(settings.requestsPerHour(), null, clock);
      try (CloudHttp http = new CloudHttp(settings, budget, Credentials.NONE, clock)) {
        LiveMirror mirror = new LiveMirror(clock);
        Rung rung =
            switch (by) {
              case STREAM -> new StreamRung(http, mirror);
              case LONG_POLL -> PollRung.waiting(http, mirror);
              default -> PollRung.every15Seconds(http, mirror);
            };
        work(http, rung, http.url("readings").build(), http.url("alerts", "reset").build());
        wasWithin(server.asked);
      }
    }
  }

  @Test
  void noHourOfABareCloudHasMoreThanAThousandRequestsAndEveryFacilityIsVisited()
      throws IOException {
    try (SeedServer server = new SeedServer("/api/v1", clock)) {
      FACILITIES.forEach(
          facility -> server.reading(facility, facility + "_temp", MovedClock.START, 2.0));
      CloudSettings settings = settings(server.address());
      Budget budget = new Budget(settings.requestsPerHour(), null, clock);
      try (CloudHttp http = new CloudHttp(settings, budget, Credentials.NONE, clock)) {
        LiveMirror mirror = new LiveMirror(clock);
        SeedApi seed = new SeedApi(http);
        SeedRung rung = new SeedRung(seed, mirror, budget, FACILITIES, clock);
        HttpUrl past = seed.url("f1", "temperature").addQueryParameter("pageSize", "1").build();
        work(http, rung, past, seed.url("f1", "devices", "f1_temp", "configure").build());
        assertEquals(20, mirror.latest().devices().size());
        wasWithin(server.asked.stream().map(SeedServer.Asked::at).toList());
        assertEquals(actions, server.configured.size(), "no action was refused or lost");
        for (String facility : FACILITIES) {
          long visits =
              server.asked.stream()
                  .filter(one -> one.path().equals("/api/v1/facilities/" + facility + "/alerts"))
                  .count();
          assertTrue(visits >= 30, facility + ": " + visits);
        }
      }
    }
  }
}
