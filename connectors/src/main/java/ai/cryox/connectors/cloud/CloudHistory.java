package ai.cryox.connectors.cloud;

import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.alarm.AlarmChange;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.excursion.Excursion;
import ai.cryox.core.excursion.ExcursionQuery;
import ai.cryox.core.health.AlarmHealth;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Bucket;
import ai.cryox.core.reading.Occurrence;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.ReadingQuery;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Rejection;
import ai.cryox.core.tree.TreeReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// What a server has stored. Any thread; throws {@link CallException}.
final class CloudHistory {
  private static final TreeReader READER = TreeReader.lenient();
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final CloudHttp http;
  private final Pages<ReceivedReading> readings =
      new Pages<>(item -> item.reading().time(), item -> item.reading().deviceId(), false);
  private final Pages<Alarm> alarms = new Pages<>(Alarm::raisedAt, Alarm::alarmId, true);
  private final Pages<Excursion> excursions =
      new Pages<>(Excursion::start, Excursion::excursionId, true);
  private final Pages<AuditEntry> audit = new Pages<>(AuditEntry::at, AuditEntry::toString, true);

  CloudHistory(CloudHttp http) {
    this.http = http;
  }

  Page<ReceivedReading> readings(ReadingQuery query, PageRequest wanted) {
    HttpUrl.Builder url = http.url("readings");
    with(url, "facilityId", query.facilityId());
    with(url, "deviceId", query.deviceId());
    return paged(
        readings,
        url,
        query.from(),
        query.until(),
        wanted,
        body ->
            body.trees("items").stream()
                .map(WireDevices::received)
                .filter(Objects::nonNull)
                .toList());
  }

  /// @param quantity `null` for temperatures, which every server knows
  List<Bucket> windows(
      String deviceId,
      @Nullable Quantity quantity,
      Instant from,
      Instant until,
      Duration resolution) {
    if (!from.isBefore(until)) {
      return List.of();
    }
    HttpUrl.Builder url = http.url("windows");
    with(url, "deviceId", deviceId);
    with(url, "quantity", quantity == null ? null : quantity.name().toLowerCase(Locale.ROOT));
    with(url, "resolution", resolution.toString());
    period(url, from, until);
    Answer answer = http.past(url.build());
    List<Bucket> windows = READER.list(Bucket.class, answer.tree().values("items"));
    return answer.asOf() == null
        ? windows
        : windows.stream()
            .filter(window ->
                window.end().isAfter(from) && window.end().minus(resolution).isBefore(until))
            .toList();
  }

  List<Occurrence> occurrences(String deviceId, Instant from, Instant until) {
    if (!from.isBefore(until)) {
      return List.of();
    }
    HttpUrl.Builder url = http.url("occurrences");
    with(url, "deviceId", deviceId);
    period(url, from, until);
    return READER.list(Occurrence.class, get(url).values("items"));
  }

  /// None of a server that is too old to tell.
  List<HeldLimits> limits(String deviceId) {
    HttpUrl.Builder url = http.url("limits");
    with(url, "deviceId", deviceId);
    try {
      return get(url).trees("items").stream()
          .map(held ->
              new HeldLimits(
                  held.time("from", Instant.EPOCH), WireDevices.profile(held.tree("limits"))))
          .toList();
    } catch (CallException failed) {
      if (failed.kind() == CallException.Kind.NOT_THERE) {
        return List.of();
      }
      throw failed;
    }
  }

  Page<Alarm> alarms(AlarmQuery query, PageRequest wanted) {
    HttpUrl.Builder url = http.url("alerts");
    Severity severity = query.severity();
    with(url, "facilityId", query.facilityId());
    with(url, "deviceId", query.deviceId());
    with(url, "severity", severity == null ? null : severity.wireName());
    return paged(
        alarms, url, query.from(), query.until(), wanted, body -> WireAlarms.read(body, "items"));
  }

  List<AlarmChange> journal(String alarmId) {
    HttpUrl.Builder url = http.url("journal");
    with(url, "alertId", alarmId);
    return READER.list(AlarmChange.class, get(url).values("items"));
  }

  Page<Excursion> excursions(ExcursionQuery query, PageRequest wanted) {
    HttpUrl.Builder url = http.url("excursions");
    with(url, "facilityId", query.facilityId());
    with(url, "deviceId", query.deviceId());
    return paged(
        excursions,
        url,
        query.from(),
        query.until(),
        wanted,
        body -> READER.list(Excursion.class, body.values("items")));
  }

  Page<AuditEntry> audit(AuditQuery query, PageRequest wanted) {
    HttpUrl.Builder url = http.url("audit");
    with(url, "who", query.who());
    with(url, "what", query.what());
    with(url, "deviceId", query.deviceId());
    with(url, "subject", query.subject());
    return paged(
        audit,
        url,
        query.from(),
        query.until(),
        wanted,
        body ->
            body.trees("items").stream()
                .map(CloudHistory::entry)
                .map(entry -> READER.read(AuditEntry.class, entry.members()))
                .toList());
  }

  private static Tree entry(Tree line) {
    Tree entry = line.with("at", line.get("timestamp"));
    if (!line.has("before") && !line.has("after")) {
      return entry;
    }
    Map<String, @Nullable Object> change = new HashMap<>();
    change.put("before", line.get("before"));
    change.put("after", line.get("after"));
    return entry.with("change", change);
  }

  Page<Rejection> rejections(PageRequest wanted) {
    HttpUrl.Builder url = http.url("rejections");
    with(url, "pageSize", Integer.toString(wanted.size()));
    with(url, "continuationToken", wanted.continuationToken());
    Tree body = get(url);
    return new Page<>(
        READER.list(Rejection.class, body.values("items")), body.text("continuationToken"));
  }

  AlarmHealth alarmHealth(@Nullable String facilityId, Instant from, Instant until) {
    HttpUrl.Builder url = http.url("alarm-health");
    with(url, "facilityId", facilityId);
    period(url, from, until);
    return WireHealth.read(get(url));
  }

  private <T> Page<T> paged(
      Pages<T> pages,
      HttpUrl.Builder query,
      Instant from,
      Instant until,
      PageRequest wanted,
      Function<Tree, List<T>> items) {
    if (!from.isBefore(until)) {
      return new Page<>(List.of(), null);
    }
    String words = query.build().encodedQuery() + " " + from + " " + until;
    return pages.next(
        words,
        wanted,
        (token, again, size) -> {
          boolean backwards = pages.newestFirst();
          HttpUrl.Builder url = query.build().newBuilder();
          period(
              url,
              again != null && !backwards ? again : from,
              again != null && backwards ? again.plus(MOMENT) : until);
          with(url, "pageSize", Integer.toString(size));
          with(url, "continuationToken", token);
          Answer answer = http.past(url.build());
          Tree body = answer.tree();
          List<T> all = items.apply(body);
          return new Page<>(
              answer.asOf() == null ? all : pages.within(all, from, until),
              body.text("continuationToken"));
        });
  }

  private Tree get(HttpUrl.Builder url) {
    return http.past(url.build()).tree();
  }

  private static void with(HttpUrl.Builder url, String name, @Nullable String value) {
    if (value != null) {
      url.addQueryParameter(name, value);
    }
  }

  /// Servers know the years 1970 to 9999.
  private static void period(HttpUrl.Builder url, Instant from, Instant until) {
    with(url, "startTime", (from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from).toString());
    Instant end = Instant.parse("9999-12-31T23:59:59.999Z");
    with(url, "endTime", (until.isAfter(end) ? end : until).toString());
  }
}
