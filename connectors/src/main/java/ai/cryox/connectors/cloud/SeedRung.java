package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Vitals;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The seed's routes, facility by facility: the one that was left alone for longest is next, where
/// the time of those with alarms counts threefold. As often as the budget for live values gives.
final class SeedRung implements Rung {
  private static final int REQUESTS_A_VISIT = 2;
  private static final int MOST_PAGES = 5;
  private static final Duration AT_FIRST = Duration.ofMinutes(10);
  private static final Duration ALERTS = Duration.ofHours(24);
  private static final Duration WITHOUT_LIMIT = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  private final SeedApi api;
  private final LiveMirror mirror;
  private final Budget budget;
  private final InstantSource clock;
  private final List<SeedFacility> facilities;
  private final Map<SeedFacility, Instant> visited = new HashMap<>();
  private final Instant startedAt;
  private @Nullable Instant newestReceivedAt;
  private long seen;

  SeedRung(
      SeedApi api,
      LiveMirror mirror,
      Budget budget,
      List<String> facilityIds,
      InstantSource clock) {
    this.api = api;
    this.mirror = mirror;
    this.budget = budget;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.facilities = facilityIds.stream().map(SeedFacility::new).toList();
  }

  @Override
  public LiveBy by() {
    return LiveBy.SEED_POLL;
  }

  @Override
  public void once(Runnable heard) {
    SeedFacility next = next();
    Instant now = clock.instant();
    visited.put(next, now);
    visit(next, now);
    publish(now);
    heard.run();
  }

  private SeedFacility next() {
    Instant now = clock.instant();
    SeedFacility chosen = facilities.getFirst();
    long longest = -1;
    for (SeedFacility facility : facilities) {
      Instant last = visited.get(facility);
      long alone = last == null ? Long.MAX_VALUE / 4 : Duration.between(last, now).toMillis();
      long weighed = facility.hasAlarms() ? alone * 3 : alone;
      if (weighed > longest) {
        longest = weighed;
        chosen = facility;
      }
    }
    return chosen;
  }

  /// What comes late is looked for once more at the next visit.
  private void visit(SeedFacility facility, Instant now) {
    Instant newest = facility.newest();
    Instant from = newest == null ? now.minus(AT_FIRST) : newest;
    PageRequest wanted = PageRequest.first(PageRequest.DEFAULT_SIZE);
    for (int i = 0; i < MOST_PAGES; i++) {
      Page<Reading> page =
          api.readings(Lane.LIVE, facility.facilityId(), from, now.plusSeconds(1), wanted);
      facility.take(page.items(), now);
      seen += page.items().size();
      if (!page.items().isEmpty()) {
        newestReceivedAt = now;
      }
      String token = page.continuationToken();
      if (token == null) {
        break;
      }
      wanted = new PageRequest(PageRequest.DEFAULT_SIZE, token);
    }
    facility.alerts(
        api.alerts(
                Lane.LIVE,
                facility.facilityId(),
                now.minus(ALERTS),
                now.plusSeconds(1),
                PageRequest.first(PageRequest.DEFAULT_SIZE))
            .items(),
        now);
  }

  private void publish(Instant now) {
    List<DeviceLive> devices = new ArrayList<>();
    List<Alarm> active = new ArrayList<>();
    for (SeedFacility facility : facilities) {
      devices.addAll(facility.devices());
      active.addAll(facility.active());
    }
    mirror.replace(
        devices,
        active,
        now,
        new Vitals(startedAt, seen, 0, 0, 0, 0, 0, newestReceivedAt, null, null, List.of()));
  }

  @Override
  public Duration pause() {
    if (!budget.isLimited()) {
      return WITHOUT_LIMIT;
    }
    Duration forAll = budget.every(Lane.LIVE).multipliedBy(REQUESTS_A_VISIT);
    return forAll.compareTo(SHORTEST) < 0 ? SHORTEST : forAll;
  }

  @Override
  public Duration fresh() {
    return pause().multipliedBy(3).plusSeconds(60);
  }

  @Override
  public void interrupt() {
    // A request ends by itself.
  }
}
