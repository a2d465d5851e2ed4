package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.link.Await;
import ai.cryox.app.link.RoughProxy;
import ai.cryox.connectors.cloud.CloudBackend;
import ai.cryox.connectors.cloud.CloudSettings;
import ai.cryox.connectors.cloud.ServerCertificate;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.Standing;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.live.Trace;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.ReadingQuery;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A console on a bad network that is cut again and again, while its cold store goes on. What is
/// shown has no hole and nothing twice, and is never old while it is said to be live.
class RoughWayTest {
  private static final int PAGE = 25;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// How long the newest state may be late, by how it comes: as long as it may pass for live, and
  /// what a server collects before it answers.
  private static Duration fresh(LiveBy by) {
    return Duration.ofSeconds(
        switch (by) {
          case HERE, SEED_POLL -> throw new AssertionError(by);
          case STREAM -> 30;
          case LONG_POLL -> 80 + 15;
          case DELTA_POLL -> 45;
        });
  }

  /// @param whole how long it lasts
  /// @param calm from one cut to the next
  /// @param gone how long every sixth cut lasts; the others last less than the calm
  /// @param beat from one reading to the next
  /// @param lapse how many times as fast the console's clock runs
  /// @param slack by how much what is shown may be later than it should, for a busy machine
  private record Weather(
      Duration whole, Duration calm, Duration gone, Duration beat, int lapse, Duration slack) {
    InstantSource clock(Instant begin) {
      return () -> begin.plus(Duration.between(begin, Instant.now()).multipliedBy(lapse));
    }
  }

  private static final Weather HOUR =
      new Weather(
          Duration.ofHours(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(50),
          Duration.ofSeconds(1),
          1,
          Duration.ofSeconds(5));

  private static final Weather MINIATURE =
      new Weather(
          Duration.ofSeconds(9),
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofMillis(40),
          30,
          Duration.ofSeconds(30));

  /// As long as it takes: with `-Pnightly`.
  @Test
  @EnabledIfSystemProperty(named = "cryox.rough.way", matches = "true")
  void inAnHourOfCutsNothingIsLostShownTwiceOrShownAsLiveWhenItIsOld(@TempDir Path folder)
      throws Exception {
    try (Ride ride = new Ride(folder, HOUR)) {
      ride.ride();
    }
  }

  @Test
  void inAFewCutsNothingIsLostShownTwiceOrShownAsLiveWhenItIsOld(@TempDir Path folder)
      throws Exception {
    try (Ride ride = new Ride(folder, MINIATURE)) {
      ride.ride();
    }
  }

  private static <T> T stubbornly(Supplier<T> call) {
    while (true) {
      try {
        return call.get();
      } catch (BackendException broken) {
        assertTrue(String.valueOf(broken.getMessage()).length() > 10, broken::toString);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  /// One way through the weather. One thread.
  private static final class Ride implements AutoCloseable {
    private final SplittableRandom random = new SplittableRandom(4);
    private final Weather weather;
    private final Site site;
    private final RoughProxy way;
    private final InstantSource clock;
    private final CloudBackend backend;
    private final Session session;

    /// When each reading was there to be shown, by the console's clock.
    private final List<Instant> sent = new ArrayList<>();

    private boolean warm;
    private int cuts;
    private int looks;

    /// What came lately, for whoever has to find out why something was missing.
    private final Deque<String> arrivals = new ArrayDeque<>();

    private @Nullable Instant arrived;
    private int gone;

    Ride(Path folder, Weather weather) throws Exception {
      this.weather = weather;
      site = new Site(folder);
      way = new RoughProxy(site.way.port(), random.split());
      clock = weather.clock(site.begin);
      URI address = URI.create("https://localhost:" + way.port());
      CloudSettings settings =
          CloudSettings.of("Site", address, Place.FACILITY_SERVER).withRequestsPerHour(0);
      ServerCertificate shown = stubbornly(() -> CloudBackend.certificate(settings));
      String pin = Objects.requireNonNull(shown).sha256();
      backend = new CloudBackend(settings.withPin(pin), clock);
      session = stubbornly(() -> backend.signIn(new SignIn.Desk("Ada")));
    }

    void ride() {
      long end = System.nanoTime() + weather.whole.toNanos();
      while (end - System.nanoTime() > 0) {
        cuts++;
        pass(weather.calm.dividedBy(3));
        if (cuts % 4 == 0) {
          isWhole(Math.max(0, sent.size() - 60), stubbornly(() -> history(sent.size() - 60)));
        }
        boolean isLong = cuts % 6 == 2;
        Duration dark =
            isLong ? weather.gone : weather.calm.multipliedBy(random.nextInt(60)).dividedBy(100);
        if (isLong ? cuts % 12 == 2 : random.nextBoolean()) {
          way.fallSilent(dark);
        } else {
          way.cut(dark);
        }
        pass(isLong ? weather.gone : weather.calm.multipliedBy(2).dividedBy(3));
      }
      changeAlarm();
      Await.until("everything", PATIENCE, () -> isAllThere());
      isWhole(0, stubbornly(() -> history(0)));
      assertEquals(alarms(site.desk), stubbornly(() -> alarms(session)));
      assertTrue(way.broken() >= cuts / 2, "broken: " + way.broken() + " in " + cuts);
      assertTrue(gone > 0 && looks > gone, "said to be gone " + gone + " times in " + looks);
    }

    private boolean isAllThere() {
      look();
      Trace now = trace();
      return now.size() > 0
          && now.time(now.size() - 1) == time(sent.size() - 1).toEpochMilli()
          && shown(session).equals(shown(site.desk));
    }

    /// The store goes on and the console is looked at.
    private void pass(Duration length) {
      long begun = System.nanoTime();
      for (int beats = 1; beats <= length.toNanos() / weather.beat.toNanos(); beats++) {
        site.reading("temp_001", time(sent.size()), celsius(sent.size()));
        sent.add(clock.instant());
        if (sent.size() % 50 == 25) {
          changeAlarm();
        }
        long due = begun + beats * weather.beat.toNanos();
        do {
          look();
          LockSupport.parkNanos(weather.beat.toNanos() / 8);
        } while (due - System.nanoTime() > 0);
      }
    }

    /// Alarms are told at once however the newest state comes.
    private void changeAlarm() {
      warm = !warm;
      site.alarm("temp_002", warm ? 9.5 : 1.0);
    }

    private void look() {
      Instant now = clock.instant();
      Standing standing = session.standing();
      Trace trace = trace();
      List<Long> times = IntStream.range(0, trace.size()).mapToObj(trace::time).toList();
      int first = times.isEmpty() ? 0 : number(times.getFirst());
      isWhole(first, times);
      IntStream.range(0, trace.size())
          .forEach(i -> assertEquals(celsius(first + i), trace.temperature(i), 1e-6));
      looks++;
      int next = first + times.size();
      note(standing, next);
      if (!standing.isConnected()) {
        gone++;
      } else if (next < sent.size()) {
        Duration late = Duration.between(sent.get(next), now);
        assertTrue(
            late.compareTo(fresh(standing.liveBy()).plus(weather.slack)) < 0,
            () -> late + " old and said to be live: " + standing + " after " + arrivals);
      }
    }

    private void note(Standing standing, int next) {
      Instant asOf = standing.asOf();
      if (!Objects.equals(asOf, arrived)) {
        arrived = asOf;
        arrivals.add("%s by %s: %d of %d".formatted(asOf, standing.liveBy(), next, sent.size()));
        if (arrivals.size() > 50) {
          arrivals.remove();
        }
      }
    }

    private Trace trace() {
      return session.live().latest().device("temp_001").orElseThrow().trace();
    }

    /// One reading after the other, none of them missing or twice.
    private void isWhole(int first, List<Long> times) {
      assertEquals(
          IntStream.range(0, times.size()).mapToObj(i -> time(first + i).toEpochMilli()).toList(),
          times);
    }

    private Instant time(int number) {
      return site.begin.minusSeconds(200).plusSeconds(number);
    }

    private int number(long time) {
      return (int) ((time - time(0).toEpochMilli()) / 1_000);
    }

    private static double celsius(int number) {
      return number % 40 / 10.0;
    }

    /// Times of all that the server has, from a reading on.
    private List<Long> history(int from) {
      ReadingQuery query =
          ReadingQuery.ofDevice("temp_001", time(Math.max(0, from)), time(sent.size()));
      List<Long> times =
          all(page -> session.readings(query, page)).stream()
              .map(item -> item.reading().time().toEpochMilli())
              .sorted()
              .toList();
      assertEquals(sent.size() - Math.max(0, from), times.size());
      return times;
    }

    private List<Alarm> alarms(Session of) {
      AlarmQuery query =
          new AlarmQuery(
              null, null, null, site.begin.minusSeconds(60), site.begin.plusSeconds(7_200));
      List<Alarm> all = all(page -> of.alarms(query, page));
      assertEquals(all.size(), new HashSet<>(all).size());
      return all;
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> pages) {
      List<T> all = new ArrayList<>();
      PageRequest next = PageRequest.first(PAGE);
      while (true) {
        PageRequest asked = next;
        Page<T> page = stubbornly(() -> pages.apply(asked));
        all.addAll(page.items());
        String token = page.continuationToken();
        if (token == null) {
          return all;
        }
        next = new PageRequest(PAGE, token);
      }
    }

    private static List<String> shown(Session of) {
      return of.live().latest().alarms().stream().map(Alarm::alarmId).toList();
    }

    @Override
    public void close() throws IOException {
      session.close();
      backend.close();
      way.close();
      site.close();
    }
  }
}
