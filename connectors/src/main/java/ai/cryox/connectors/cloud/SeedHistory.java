package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.page.BadTokenException;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The past by the seed's routes, which answer by facility only: what is not asked for is left out
/// here, and windows are made here. Any thread; throws {@link CallException}.
final class SeedHistory {
  /// A day of fifty devices has 1,440 pages; nobody may spend so many requests on one picture.
  private static final int MOST_PAGES = 20;

  private static final int PAGE = 1_000;

  private final SeedApi api;
  private final LiveFeed live;
  private final List<String> facilities;

  SeedHistory(SeedApi api, LiveFeed live, List<String> facilities) {
    this.api = api;
    this.live = live;
    this.facilities = facilities;
  }

  Page<ReceivedReading> readings(ReadingQuery query, PageRequest wanted) {
    List<String> of = facilitiesOf(query.facilityId(), query.deviceId());
    return walk(
        of,
        wanted,
        (facility, page) -> {
          Page<Reading> read =
              api.readings(Lane.HISTORY, facility, query.from(), query.until(), page);
          return new Page<>(
              read.items().stream()
                  .filter(is(query.deviceId(), Reading::deviceId))
                  .map(reading -> new ReceivedReading(reading, reading.time(), false))
                  .toList(),
              read.continuationToken());
        });
  }

  Page<Alarm> alarms(AlarmQuery query, PageRequest wanted) {
    List<String> of = facilitiesOf(query.facilityId(), query.deviceId());
    return walk(
        of,
        wanted,
        (facility, page) -> {
          Page<Alarm> read = api.alerts(Lane.HISTORY, facility, query.from(), query.until(), page);
          return new Page<>(
              read.items().stream()
                  .filter(is(query.deviceId(), Alarm::deviceId))
                  .filter(alarm ->
                      query.severity() == null || alarm.worstSeverity() == query.severity())
                  .toList(),
              read.continuationToken());
        });
  }

  private static <T> Predicate<T> is(@Nullable String wanted, Function<T, String> of) {
    return item -> wanted == null || wanted.equals(of.apply(item));
  }

  private interface Fetch<T> {
    Page<T> fetch(String facility, PageRequest page);
  }

  /// One facility after the other; our token says at which we are.
  private <T> Page<T> walk(List<String> of, PageRequest wanted, Fetch<T> fetch) {
    int index = 0;
    String token = null;
    String ours = wanted.continuationToken();
    if (ours != null) {
      int dot = ours.indexOf('.');
      if (dot < 1 || !ours.substring(0, dot).matches("\\d{1,4}")) {
        throw new BadTokenException(ours);
      }
      index = Integer.parseInt(ours.substring(0, dot));
      token = ours.length() == dot + 1 ? null : ours.substring(dot + 1);
    }
    for (int pages = 0; index < of.size(); pages++) {
      Page<T> page = fetch.fetch(of.get(index), new PageRequest(wanted.size(), token));
      token = page.continuationToken();
      index += token == null ? 1 : 0;
      if (!page.items().isEmpty() || pages >= MOST_PAGES) {
        return new Page<>(
            page.items(), index < of.size() ? index + "." + (token == null ? "" : token) : null);
      }
    }
    return new Page<>(List.of(), null);
  }

  private List<String> facilitiesOf(@Nullable String facilityId, @Nullable String deviceId) {
    if (facilityId != null) {
      return List.of(facilityId);
    }
    if (deviceId == null) {
      return facilities;
    }
    return live.latest()
        .device(deviceId)
        .map(known -> List.of(known.device().facilityId()))
        .orElse(facilities);
  }

  List<Bucket> windows(
      String deviceId, Quantity quantity, Instant from, Instant until, Duration resolution) {
    if (quantity != Quantity.TEMPERATURE && quantity != Quantity.HUMIDITY) {
      return List.of();
    }
    TreeMap<Long, double[]> windows = new TreeMap<>();
    long width = Math.max(1, resolution.toMillis());
    List<ReceivedReading> all = new ArrayList<>();
    // Their start is not included, their end is.
    ReadingQuery query = ReadingQuery.ofDevice(deviceId, from.plusMillis(1), until.plusMillis(1));
    String token = null;
    int pages = 0;
    do {
      if (pages++ >= MOST_PAGES) {
        throw new CallException(
            CallException.Kind.REFUSED,
            "This interface gives single readings only, and of this period there are too many to"
                + " fetch. Choose a shorter one.",
            0,
            Duration.ZERO);
      }
      Page<ReceivedReading> page = readings(query, new PageRequest(PAGE, token));
      all.addAll(page.items());
      token = page.continuationToken();
    } while (token != null);
    for (ReceivedReading one : all) {
      Double value =
          quantity == Quantity.TEMPERATURE
              ? Double.valueOf(one.reading().temperature())
              : one.reading().humidity();
      if (value == null) {
        continue;
      }
      long end = Math.ceilDiv(one.reading().time().toEpochMilli(), width) * width;
      double[] window =
          windows.computeIfAbsent(
              end, _ -> new double[] {Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, 0});
      window[0] = Math.min(window[0], value);
      window[1] += value;
      window[2] = Math.max(window[2], value);
      window[3]++;
    }
    List<Bucket> buckets = new ArrayList<>();
    windows.forEach((end, w) ->
        buckets.add(new Bucket(Instant.ofEpochMilli(end), w[0], w[1] / w[3], w[2], (long) w[3])));
    return buckets;
  }
}
