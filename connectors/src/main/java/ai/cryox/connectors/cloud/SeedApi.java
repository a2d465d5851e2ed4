package ai.cryox.connectors.cloud;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The seed's three routes, below `/api/v1/facilities` or, as its controller's name makes them,
/// below `/api/v1/temperature/facilities`: whichever answers. Any thread; throws {@link
/// CallException}.
final class SeedApi {
  private static final List<String[]> PREFIXES =
      List.of(new String[] {"facilities"}, new String[] {"temperature", "facilities"});

  private final CloudHttp http;
  private volatile int prefix;
  private volatile boolean known;

  private final Pages<Reading> readings = new Pages<>(Reading::time, SeedApi::id, false);
  private final Pages<Alarm> alerts = new Pages<>(Alarm::raisedAt, Alarm::alarmId, true);

  SeedApi(CloudHttp http) {
    this.http = http;
  }

  private static String id(Reading reading) {
    String own = reading.notes().id();
    return own == null ? reading.deviceId() : own;
  }

  /// An address below a facility's.
  HttpUrl.Builder url(String facilityId, String... more) {
    HttpUrl.Builder url = http.url(PREFIXES.get(prefix));
    url.addPathSegment(facilityId);
    for (String segment : more) {
      url.addPathSegment(segment);
    }
    return url;
  }

  Page<Reading> readings(
      Lane lane, String facilityId, Instant from, Instant until, PageRequest wanted) {
    return readings.next(
        facilityId + " " + from + " " + until,
        wanted,
        (token, again, size) ->
            page(
                lane,
                facilityId,
                "temperature",
                again == null ? from : again,
                until,
                token,
                size,
                body ->
                    body.trees("items").stream()
                        .map(item -> WireDevices.reading(item.members()))
                        .filter(Objects::nonNull)
                        .toList()));
  }

  Page<Alarm> alerts(
      Lane lane, String facilityId, Instant from, Instant until, PageRequest wanted) {
    return alerts.next(
        facilityId + " " + from + " " + until,
        wanted,
        (token, again, size) ->
            page(
                lane,
                facilityId,
                "alerts",
                from,
                again == null ? until : again.plusMillis(1),
                token,
                size,
                body -> WireAlarms.read(body, "items")));
  }

  private <T> Page<T> page(
      Lane lane,
      String facilityId,
      String what,
      Instant from,
      Instant until,
      @Nullable String token,
      int size,
      Function<Tree, List<T>> items) {
    Tree body =
        either(() -> {
          HttpUrl.Builder url =
              url(facilityId, what)
                  .addQueryParameter("startTime", from.toString())
                  .addQueryParameter("endTime", until.toString())
                  .addQueryParameter("pageSize", Integer.toString(size));
          if (token != null) {
            url.addQueryParameter("continuationToken", token);
          }
          return (lane == Lane.HISTORY ? http.past(url.build()) : http.get(lane, url.build()))
              .tree();
        });
    return new Page<>(items.apply(body), body.text("continuationToken"));
  }

  /// Finds out once by which addresses the server is reached.
  private Tree either(Supplier<Tree> call) {
    try {
      Tree tree = call.get();
      known = true;
      return tree;
    } catch (CallException failed) {
      if (known || prefix > 0 || failed.kind() != Kind.NOT_THERE) {
        throw failed;
      }
      prefix = 1;
      try {
        Tree tree = call.get();
        known = true;
        return tree;
      } catch (CallException neither) {
        prefix = 0;
        throw neither;
      }
    }
  }
}
