package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.link.Await;
import ai.cryox.app.link.RoughProxy;
import ai.cryox.connectors.cloud.CloudBackend;
import ai.cryox.connectors.cloud.CloudSettings;
import ai.cryox.connectors.cloud.ServerCertificate;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.live.Trace;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Half an hour on a bad network that breaks every half minute, in as much time as it takes: what
/// is shown has no hole and nothing twice.
class RoughWayTest {
  private static final int CUTS = 60;
  private static final int READINGS = 300;
  private static final int PAGE = 25;

  /// Who was not let through several times waits up to a minute before trying again.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static <T> T stubbornly(Supplier<T> call) {
    while (true) {
      try {
        return call.get();
      } catch (BackendException broken) {
        assertTrue(String.valueOf(broken.getMessage()).length() > 10, broken::toString);
      }
    }
  }

  private static Trace trace(Session session) {
    return session.live().latest().device("temp_001").orElseThrow().trace();
  }

  /// One reading after the other, none of them missing or shown twice.
  private static void isWhole(Site site, Trace trace) {
    for (int i = 1; i < trace.size(); i++) {
      assertEquals(1_000, trace.time(i) - trace.time(i - 1), "between " + (i - 1) + " and " + i);
    }
    for (int i = 0; i < trace.size(); i++) {
      long number = (trace.time(i) - first(site)) / 1_000;
      assertEquals(celsius((int) number), trace.temperature(i), 1e-6);
    }
  }

  private static long first(Site site) {
    return site.begin.minusSeconds(READINGS).toEpochMilli();
  }

  private static double celsius(int number) {
    return number % 40 / 10.0;
  }

  /// Takes minutes: with `-Pnightly`.
  @Test
  @EnabledIfSystemProperty(named = "cryox.rough.way", matches = "true")
  void nothingIsLostOrShownTwice(@TempDir Path folder) throws Exception {
    try (Site site = new Site(folder);
        RoughProxy way = new RoughProxy(site.way.port(), new SplittableRandom(4))) {
      URI address = URI.create("https://localhost:" + way.port());
      CloudSettings settings =
          CloudSettings.of("Site", address, Place.FACILITY_SERVER).withRequestsPerHour(0);
      ServerCertificate shown = stubbornly(() -> CloudBackend.certificate(settings));
      String pin = Objects.requireNonNull(shown).sha256();
      try (CloudBackend backend = new CloudBackend(settings.withPin(pin), InstantSource.system());
          Session session = stubbornly(() -> backend.signIn(new SignIn.Desk("Ada")))) {
        int sent = 0;
        for (; sent < READINGS && way.broken() < CUTS; sent++) {
          site.reading("temp_001", site.begin.minusSeconds(READINGS - sent), celsius(sent));
          if (sent % 50 == 25) {
            site.alarm("temp_002", sent % 100 == 25 ? 9.5 : 1.0);
          }
          if (sent % 20 == 19) {
            follows(site, session, sent);
          }
        }
        follows(site, session, sent - 1);
        assertEquals(sent, history(session, site).size());
        Await.until("the same alarms", PATIENCE, () -> alarms(session).equals(alarms(site.desk)));
        assertTrue(way.broken() > 8, "broken: " + way.broken());
      }
    }
  }

  private static List<String> alarms(Session of) {
    return of.live().latest().alarms().stream().map(Alarm::alarmId).toList();
  }

  /// Waits until the newest reading is shown, and looks all the while.
  private static void follows(Site site, Session session, int newest) {
    long time = first(site) + newest * 1_000L;
    Await.until(
        "reading " + newest,
        PATIENCE,
        () -> {
          Trace now = trace(session);
          isWhole(site, now);
          return now.size() > 0
              && now.time(now.size() - 1) == time
              && session.standing().isConnected();
        });
    stubbornly(() -> history(session, site));
  }

  private static List<ReceivedReading> history(Session session, Site site) {
    ReadingQuery query =
        ReadingQuery.ofDevice("temp_001", site.begin.minusSeconds(READINGS + 1), site.begin);
    List<ReceivedReading> all = new ArrayList<>();
    Set<Long> times = new HashSet<>();
    String token = null;
    do {
      PageRequest next = new PageRequest(PAGE, token);
      var page = stubbornly(() -> session.readings(query, next));
      page.items().forEach(item -> assertTrue(times.add(item.reading().time().toEpochMilli())));
      all.addAll(page.items());
      token = page.continuationToken();
    } while (token != null);
    return all;
  }
}
