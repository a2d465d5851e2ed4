package ai.cryox.backend.metrics;

import ai.cryox.core.alarm.Condition;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// Counters, gauges and histograms of one backend. Any thread; nothing here blocks but {@link
/// #text}, which asks everybody.
public final class Metrics {
  /// What {@link #text} is.
  public static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double[] QUICK = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
  };

  private static final Set<Condition> TEMPERATURE =
      Set.copyOf(
          EnumSet.of(
              Condition.HIGH,
              Condition.LOW,
              Condition.RATE,
              Condition.CUMULATIVE,
              Condition.ANOMALY));

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Map<String, Collector> watched = new HashMap<>();
  private final List<IntSupplier> liveClients = new CopyOnWriteArrayList<>();
  private final Histogram commit =
      seconds("cryox_store_commit_seconds", "Time to make a batch durable, tries included.");
  private final Histogram ingest =
      seconds(
          "cryox_ingest_durable_seconds",
          "From the receipt of a batch's oldest message until the batch was durable.");
  private final Histogram raise =
      seconds(
          "cryox_alarm_raise_seconds",
          "From the receipt of the reading that raised an alarm until the alarm was durable and"
              + " shown.");
  private final Histogram answer =
      seconds(
          "cryox_http_request_seconds",
          "Time to answer a request; of streams and long polls until they ended.",
          "method",
          "route",
          "status");
  private final Counter raised =
      Counter.builder()
          .name("cryox_alarms_raised_total")
          .help("Alarms raised since the start.")
          .labelNames("condition")
          .register(registry);
  private final Counter anomalies =
      Counter.builder()
          .name("cryox_temperature_anomalies_total")
          .help(
              "TemperatureAnomalies of the seed: temperature alarms raised since the start (too"
                  + " warm, too cold, too fast, too long, unusual).")
          .labelNames("facility")
          .register(registry);

  private Histogram seconds(String name, String help, String... labels) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .classicOnly()
        .classicUpperBounds(QUICK)
        .labelNames(labels)
        .register(registry);
  }

  /// A batch is durable.
  ///
  /// @param took to make it so
  public void committed(Duration took) {
    commit.observe(inSeconds(took));
  }

  /// Messages are durable.
  ///
  /// @param oldest since the first of them was received
  public void ingested(Duration oldest) {
    ingest.observe(inSeconds(oldest));
  }

  /// An alarm was raised, is durable and can be seen.
  ///
  /// @param delay since the reading that raised it was received
  public void raised(Condition condition, String facilityId, Duration delay) {
    raise.observe(inSeconds(delay));
    raised.labelValues(condition.name()).inc();
    if (TEMPERATURE.contains(condition)) {
      anomalies.labelValues(facilityId).inc();
    }
  }

  /// A request was answered.
  ///
  /// @param route as it is registered, so that there are few
  public void answered(String method, String route, int status, Duration took) {
    answer.labelValues(method, route, Integer.toString(status)).observe(inSeconds(took));
  }

  /// From now on says a value that somebody else keeps.
  public void gauge(String name, String help, DoubleSupplier value) {
    watch(
        name,
        GaugeWithCallback.builder()
            .name(name)
            .help(help)
            .callback(call -> call.call(value.getAsDouble()))
            .build());
  }

  /// From now on says values that somebody else keeps.
  ///
  /// @param labels names of what the values are told apart by
  /// @param values by what the labels say, in their order
  public void gauges(
      String name,
      String help,
      String[] labels,
      Supplier<? extends Map<List<String>, ? extends Number>> values) {
    watch(
        name,
        GaugeWithCallback.builder()
            .name(name)
            .help(help)
            .labelNames(labels)
            .callback(call ->
                values
                    .get()
                    .forEach(
                        (of, value) -> call.call(value.doubleValue(), of.toArray(String[]::new))))
            .build());
  }

  /// From now on says a count that somebody else keeps and that only rises.
  public void counter(String name, String help, DoubleSupplier value) {
    watch(
        name,
        CounterWithCallback.builder()
            .name(name)
            .help(help)
            .callback(call -> call.call(value.getAsDouble()))
            .build());
  }

  /// Counts clients that wait for changes, beside those that others count.
  public void countClients(IntSupplier clients) {
    liveClients.add(clients);
    gauge(
        "cryox_live_clients",
        "Clients that wait for changes.",
        () -> liveClients.stream().mapToInt(IntSupplier::getAsInt).sum());
  }

  /// A backend may have two servers, which say the same of it: the newer one's word replaces the
  /// other's.
  private synchronized void watch(String name, Collector collector) {
    Collector before = watched.put(name, collector);
    if (before != null) {
      registry.unregister(before);
    }
    registry.register(collector);
  }

  /// Everything in the Prometheus text format, UTF-8.
  public byte[] text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    try {
      PrometheusTextFormatWriter.create().write(bytes, registry.scrape());
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  private static double inSeconds(Duration time) {
    return Math.max(0, time.toNanos() / 1e9);
  }
}
