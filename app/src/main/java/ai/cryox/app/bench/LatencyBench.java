package ai.cryox.app.bench;

import ai.cryox.app.fx.FxThread;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.LiveSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// From the PUBLISH of a reading over its limit to the frame that shows the alarm.
public final class LatencyBench {
  private static final int WARM_UP_SECONDS = 8;
  private static final int BETWEEN_PROBES_MILLIS = 137;

  private final BenchRun run;
  private final InstantSource clock;
  private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();
  private final Map<String, Long> shownNanos = new ConcurrentHashMap<>();
  private final List<String> inNextFrame = new ArrayList<>();

  /// Measures this run.
  public LatencyBench(BenchRun run, InstantSource clock) {
    this.run = run;
    this.clock = clock;
  }

  /// Warms up, sends a probe several times a second for so long, and gives the figures by name.
  public Map<String, Double> measure(int seconds)
      throws InterruptedException, IOException, MqttException {
    TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
    AnimationTimer frames = FxThread.get(this::watch);
    int probes = Math.max(1, seconds * 1000 / BETWEEN_PROBES_MILLIS);
    String broker = "tcp://127.0.0.1:" + run.monitoring().mqttPort();
    try (MqttClient client = new MqttClient(broker, "bench_probe", new MemoryPersistence())) {
      client.connect();
      for (int i = 0; i < probes; i++) {
        probe(client, "probe_%04d".formatted(i));
        TimeUnit.MILLISECONDS.sleep(BETWEEN_PROBES_MILLIS);
      }
      TimeUnit.SECONDS.sleep(2);
      client.disconnect();
    }
    FxThread.get(() -> {
      frames.stop();
      return frames;
    });
    return figures();
  }

  private void probe(MqttClient client, String deviceId) throws MqttException {
    String payload =
        "{\"deviceId\":\"%s\",\"facilityId\":\"bench\",\"timestamp\":\"%s\",\"temperature\":9.9}"
            .formatted(deviceId, clock.instant());
    sentNanos.put(deviceId, System.nanoTime());
    client.publish(
        "devices/" + deviceId + "/messages/events/",
        payload.getBytes(StandardCharsets.UTF_8),
        1,
        false);
  }

  private AnimationTimer watch() {
    run.console().window().attach((snapshot, now) -> note(snapshot));
    AnimationTimer frames =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            inNextFrame.forEach(deviceId -> shownNanos.putIfAbsent(deviceId, System.nanoTime()));
            inNextFrame.clear();
          }
        };
    frames.start();
    return frames;
  }

  private void note(LiveSnapshot snapshot) {
    for (Alarm alarm : snapshot.alarms()) {
      if (sentNanos.containsKey(alarm.deviceId()) && !shownNanos.containsKey(alarm.deviceId())) {
        inNextFrame.add(alarm.deviceId());
      }
    }
  }

  private Map<String, Double> figures() throws IOException {
    double[] millis =
        shownNanos.entrySet().stream()
            .mapToDouble(shown -> (shown.getValue() - sent(shown.getKey())) / 1e6)
            .toArray();
    Arrays.sort(millis);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("alarm_p50_ms", quantile(millis, 0.5));
    figures.put("alarm_p99_ms", quantile(millis, 0.99));
    figures.put("alarm_max_ms", quantile(millis, 1));
    figures.put("probes", (double) sentNanos.size());
    figures.put("probes_missed", (double) sentNanos.size() - millis.length);
    figures.put(
        "readings_per_s", run.monitoring().session().live().latest().vitals().readingsPerSecond());
    figures.put("rss_mb", ProcessFigures.residentMib());
    return figures;
  }

  private long sent(String deviceId) {
    Long nanos = sentNanos.get(deviceId);
    return nanos == null ? 0 : nanos;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }
}
