package ai.cryox.backend.api;

import ai.cryox.backend.metrics.Metrics;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.LiveFeed;
import ai.cryox.core.live.Vitals;
import ai.cryox.core.people.Action;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `GET /metrics` for Prometheus: how the server is, of all facilities, so only for those who may
/// watch all of them.
final class MetricsRoutes {
  static final String ADDRESS = "/metrics";

  private final Metrics metrics;
  private final Callers callers;
  private final LiveFeed live;

  MetricsRoutes(Metrics metrics, Callers callers, LiveFeed live) {
    this.metrics = metrics;
    this.callers = callers;
    this.live = live;
  }

  void register(RoutesConfig routes, LivePump pump, EnergySavings savings) {
    routes.get(ADDRESS, this::answer);
    readings();
    alarms();
    metrics.countClients(pump::size);
    metrics.gauges(
        "cryox_energy_savings_watts",
        "EnergySavings of the seed: power drawn less in the last 24 hours than in the seven days"
            + " before, W.",
        new String[] {"facility"},
        savings::latest);
  }

  private void answer(Context ctx) {
    callers.of(ctx).who().requireEverywhere(Action.WATCH);
    ctx.status(200).contentType(Metrics.MEDIA_TYPE).result(metrics.text());
  }

  private Vitals vitals() {
    return live.latest().vitals();
  }

  private void readings() {
    metrics.counter(
        "cryox_readings_stored_total", "Readings stored in all.", () -> vitals().stored());
    metrics.gauge(
        "cryox_readings_per_second",
        "Readings taken in, over the last ten seconds.",
        () -> vitals().readingsPerSecond());
    metrics.counter(
        "cryox_readings_duplicate_total",
        "Readings that came again, since the start.",
        () -> vitals().duplicates());
    metrics.counter(
        "cryox_messages_rejected_total",
        "Messages refused and kept in the rejected lane, in all.",
        () -> vitals().rejected());
    metrics.counter(
        "cryox_messages_dropped_total",
        "Messages thrown away, since the start.",
        () -> vitals().dropped());
    metrics.gauge(
        "cryox_device_connections", "Device connections open now.", () -> vitals().connections());
    metrics.gauge(
        "cryox_store_trouble",
        "1 while nothing can be stored.",
        () -> vitals().storeTrouble() == null ? 0 : 1);
    metrics.gauges(
        "cryox_link_up",
        "1 while a link to another system is up.",
        new String[] {"link"},
        () -> {
          Map<List<String>, Integer> up = new HashMap<>();
          vitals()
              .links()
              .forEach(link -> up.put(List.of(link.name()), link.state().isUp() ? 1 : 0));
          return up;
        });
    metrics.gauges(
        "cryox_devices",
        "Devices known.",
        new String[] {"facility"},
        () ->
            count(live.latest().devices().stream(), known -> List.of(known.device().facilityId())));
  }

  private void alarms() {
    metrics.gauges(
        "cryox_alarms",
        "Alarms that stand or wait for somebody.",
        new String[] {"state", "severity"},
        () -> count(live.latest().alarms().stream(), MetricsRoutes::stateAndSeverity));
  }

  private static List<String> stateAndSeverity(Alarm alarm) {
    return List.of(alarm.state().name(), alarm.severity().wireName());
  }

  private static <T> Map<List<String>, Long> count(
      Stream<T> items, Function<T, List<String>> labels) {
    return items.collect(Collectors.groupingBy(labels, Collectors.counting()));
  }
}
