package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.cryox.app.link.Await;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What a part of the contract stands on: a cold store, and somebody's session at its backend.
interface Ground {
  /// Where the session is.
  Site site();

  /// Theirs; what is between it and the site is the test's choice.
  Session session();

  /// Those around the beginning.
  default AlarmQuery allAlarms() {
    return new AlarmQuery(
        null, null, null, site().begin.minusSeconds(3_600), site().begin.plusSeconds(3_600));
  }

  /// All items of all pages.
  static <T> List<T> all(Function<PageRequest, Page<T>> pages, int size) {
    List<T> all = new ArrayList<>();
    PageRequest next = PageRequest.first(size);
    while (true) {
      Page<T> page = pages.apply(next);
      all.addAll(page.items());
      String token = page.continuationToken();
      if (token == null) {
        return all;
      }
      assertFalse(page.items().isEmpty(), "a page with a token is never empty");
      next = new PageRequest(size, token);
    }
  }

  private static List<Object> facts(DeviceLive live) {
    Trace trace = live.trace();
    List<Object> facts = new ArrayList<>();
    IntStream.range(0, trace.size())
        .forEach(i -> facts.add(trace.time(i) + " " + trace.temperature(i)));
    facts.add(
        new DeviceLive(
            live.device(),
            live.limits(),
            live.newest(),
            Trace.of(new long[0], new float[0]),
            live.band(),
            live.telemetry(),
            live.status(),
            live.clockSkew(),
            live.alarms()));
    return facts.stream()
        .map(fact -> fact instanceof DeviceLive one ? (Object) parts(one) : fact)
        .toList();
  }

  /// Traces have no equality.
  private static List<Object> parts(DeviceLive live) {
    List<Object> parts = new ArrayList<>();
    parts.add(live.device());
    parts.add(live.limits());
    parts.add(String.valueOf(live.newest()));
    parts.add(live.band());
    parts.add(String.valueOf(live.telemetry()));
    parts.add(String.valueOf(live.status()));
    parts.add(String.valueOf(live.clockSkew()));
    parts.add(live.alarms());
    return parts;
  }

  private static List<List<Object>> picture(Session of) {
    return of.live().latest().devices().stream().map(Ground::facts).toList();
  }

  /// Waits until the session shows what the desk shows.
  default void awaitSame() {
    Await.until(
        "the same picture",
        () ->
            picture(session()).equals(picture(site().desk))
                && session().live().latest().alarms().equals(site().desk.live().latest().alarms())
                && session()
                    .live()
                    .latest()
                    .escalations()
                    .equals(site().desk.live().latest().escalations()));
  }
}
