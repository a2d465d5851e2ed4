package ai.cryox.app.bench;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.classify.Level;
import ai.cryox.core.classify.Limit;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import ai.cryox.core.device.Device;
import ai.cryox.core.device.DeviceConfiguration;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Decoded;
import ai.cryox.core.reading.Delivery;
import ai.cryox.core.reading.Message;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.routing.Origin;
import ai.cryox.core.whatif.WhatIf;
import ai.cryox.core.whatif.WhatIfAnswer;
import ai.cryox.core.whatif.WhatIfProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// How long limits take: what-if over a month of fifty refrigerators, and a back-fill of a week
/// until its excursions are found.
public final class LimitBench {
  private static final int DEVICES = 50;
  private static final int DAYS = 30;
  private static final int WEEK = 7;
  private static final int PER_DAY = 2_880;
  private static final int PART = 2_000;
  private static final String FACILITY = "bench";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(DAYS));
  private static final int ASKED = 5;
  private static final int JOURNAL = 100_000;

  private final Path folder;
  private final AtomicLong stored = new AtomicLong();
  private volatile Instant now = END;

  /// @param folder an empty one
  public LimitBench(Path folder) {
    this.folder = folder;
  }

  /// Measures and gives the figures by name.
  public Map<String, Double> measure() {
    Map<String, Double> figures = new LinkedHashMap<>();
    try (BenchStore store = new BenchStore(folder)) {
      AlarmSupply.write(store, JOURNAL, START, END);
    }
    try (LocalBackend backend = new LocalBackend(BackendSettings.at(folder), () -> now)) {
      backend.start();
      Session session = backend.signIn(new SignIn.Desk("bench"));
      for (int i = 0; i < DEVICES; i++) {
        session.register(device("asked_%02d".formatted(i)));
        session.register(device("filled_%02d".formatted(i)));
      }
      fill(backend, "asked_%02d", START, DAYS);
      figures.put("readings", (double) stored.get());
      health(session, figures);
      ask(session, figures);
      backFill(backend, session, figures);
    }
    return figures;
  }

  private static Device device(String id) {
    return new Device(
        id,
        FACILITY,
        "",
        id,
        StorageProfiles.REFRIGERATOR.id(),
        true,
        DeviceConfiguration.NONE,
        DeviceConfiguration.NONE,
        START);
  }

  /// A cooling cycle of twenty minutes, a door now and then, and once a day one for too long.
  private static double temperature(int device, long reading) {
    double cycle = 4.5 + 1.5 * Math.sin((reading + device * 7L) / 6.4);
    long ofDay = (reading + device * 31L) % PER_DAY;
    if (ofDay < 60) {
      return cycle + 8;
    }
    return ofDay % 240 < 4 ? cycle + 3 : cycle;
  }

  private void fill(LocalBackend backend, String id, Instant from, int days) {
    for (int device = 0; device < DEVICES; device++) {
      String deviceId = id.formatted(device);
      for (long reading = 0; reading < (long) days * PER_DAY; reading += PART) {
        List<Message> part = new ArrayList<>();
        for (long i = reading; i < Math.min(reading + PART, (long) days * PER_DAY); i++) {
          double value = Math.round(temperature(device, i) * 100) / 100.0;
          part.add(Reading.of(deviceId, FACILITY, from.plusSeconds(i * 30), value));
        }
        hand(backend, deviceId, part);
      }
    }
  }

  private void hand(LocalBackend backend, String deviceId, List<Message> part) {
    long before = stored.get();
    Origin origin = new Origin(deviceId, "bench", deviceId, null, Map.of());
    Delivery delivery =
        new Delivery(
            origin,
            now,
            new byte[0],
            new Decoded(part, List.of()),
            () -> stored.addAndGet(part.size()));
    while (!backend.sink().offer(delivery)) {
      LockSupport.parkNanos(100_000);
    }
    await(() -> stored.get() > before);
  }

  private interface Sign {
    boolean isThere();
  }

  private static void await(Sign sign) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!sign.isThere()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("What was measured did not come in five minutes.");
      }
      LockSupport.parkNanos(200_000);
    }
  }

  private static void health(Session session, Map<String, Double> figures) {
    for (int i = 0; i < ASKED; i++) {
      long before = System.nanoTime();
      int raised = session.alarmHealth(null, START, END).raised();
      figures.put("health_%d_ms".formatted(i + 1), (System.nanoTime() - before) / 1e6);
      figures.put("health_calls", (double) raised);
    }
  }

  private static void ask(Session session, Map<String, Double> figures) {
    Map<Level, Limit> limits = new EnumMap<>(StorageProfiles.REFRIGERATOR.limits());
    limits.computeIfPresent(Level.HIGH_HIGH, (level, limit) -> limit.movedTo(9));
    StorageProfile changed = new StorageProfile("changed", "Changed", limits, List.of());
    WhatIf question =
        new WhatIf(FACILITY, Set.of(), new WhatIf.Change.Profile(changed), START, END);
    for (int i = 0; i < ASKED; i++) {
      long before = System.nanoTime();
      WhatIfAnswer answer = session.whatIf(question, WhatIfProgress.UNWATCHED);
      figures.put("what_if_%d_s".formatted(i + 1), (System.nanoTime() - before) / 1e9);
      figures.put("what_if_raised_now", (double) answer.raisedNow());
      figures.put("what_if_raised_then", (double) answer.raisedThen());
    }
  }

  /// The devices have spoken already, so that all of the week is behind their newest reading.
  private void backFill(LocalBackend backend, Session session, Map<String, Double> figures) {
    for (int i = 0; i < DEVICES; i++) {
      String deviceId = "filled_%02d".formatted(i);
      hand(backend, deviceId, List.of(Reading.of(deviceId, FACILITY, END, 4)));
    }
    long before = System.nanoTime();
    long already = stored.get();
    fill(backend, "filled_%02d", END.minus(Duration.ofDays(WEEK)), WEEK);
    double seconds = (System.nanoTime() - before) / 1e9;
    figures.put("back_fill_readings", (double) (stored.get() - already));
    figures.put("back_fill_stored_s", seconds);
    now = now.plusSeconds(60);
    await(() -> found(session) >= DEVICES * WEEK);
    figures.put("back_fill_found_s", (System.nanoTime() - before) / 1e9);
    figures.put("back_fill_excursions", (double) found(session));
    figures.put("alarms", (double) session.live().latest().alarms().size());
  }

  private static int found(Session session) {
    int found = 0;
    for (int i = 0; i < DEVICES; i++) {
      ExcursionQuery query =
          new ExcursionQuery(FACILITY, "filled_%02d".formatted(i), Instant.EPOCH, END);
      found += session.excursions(query, PageRequest.first(1_000)).items().size();
    }
    return found;
  }
}
