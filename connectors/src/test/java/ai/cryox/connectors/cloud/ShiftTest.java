package ai.cryox.connectors.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Standing.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A shift of eight hours over twenty facilities, on a moved clock, counted by the server.
class ShiftTest {
  private static final List<String> FACILITIES =
      IntStream.range(0, 20).mapToObj(i -> "f" + i).toList();

  private final MovedClock clock = new MovedClock();

  @Test
  void noHourHasMoreThanAThousandRequestsAndEveryFacilityIsVisited() throws IOException {
    try (SeedServer server = new SeedServer("/api/v1", clock)) {
      FACILITIES.forEach(
          facility -> server.reading(facility, facility + "_temp", MovedClock.START, 2.0));
      CloudSettings settings =
          CloudSettings.of("Cloud", server.address(), Place.CLOUD).withFacilities(FACILITIES);
      Budget budget = new Budget(settings.requestsPerHour(), null, clock);
      try (CloudHttp http = new CloudHttp(settings, budget, Credentials.NONE, clock)) {
        LiveMirror mirror = new LiveMirror(clock);
        SeedRung rung = new SeedRung(new SeedApi(http), mirror, budget, FACILITIES, clock);
        Lamp lamp = new Lamp(clock);
        LiveLadder ladder =
            new LiveLadder(List.of(rung), lamp, moving(), clock, new SplittableRandom(7));
        Instant end = MovedClock.START.plus(Duration.ofHours(8));
        int actions = 0;
        while (clock.instant().isBefore(end)) {
          ladder.step();
          // Somebody is busy: pictures of the past as many as they get, and an action now and then.
          if (budget.take(Lane.HISTORY)) {
            http.url("facilities", "f1", "temperature");
            server.asked.add(new SeedServer.Asked(clock.instant(), "GET", "history"));
          }
          assertTrue(budget.take(Lane.ACTION), "an action is never refused");
          server.asked.add(new SeedServer.Asked(clock.instant(), "POST", "action"));
          actions++;
        }
        assertTrue(actions > 500, "actions: " + actions);
        assertEquals(State.CONNECTED, lamp.light().state());
        assertEquals(20, mirror.latest().devices().size());
        assertTrue(mostInAnHour(server.asked) <= 1_000, "most: " + mostInAnHour(server.asked));
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

  private static int mostInAnHour(List<SeedServer.Asked> asked) {
    List<Instant> times =
        new ArrayList<>(asked.stream().map(SeedServer.Asked::at).sorted().toList());
    int most = 0;
    int start = 0;
    for (int i = 0; i < times.size(); i++) {
      while (times.get(start).isBefore(times.get(i).minus(Duration.ofHours(1)))) {
        start++;
      }
      most = Math.max(most, i - start + 1);
    }
    return most;
  }
}
