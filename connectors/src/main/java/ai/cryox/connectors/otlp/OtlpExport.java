package ai.cryox.connectors.otlp;

import ai.cryox.core.live.LiveFeed;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends figures of the backend to a collector now and then (OTLP over HTTP, JSON). What does not
/// arrive is not sent again: the next figures hold all of it. Stopping does not wait for a
/// collector that does not answer.
public final class OtlpExport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OtlpExport.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OtlpSettings settings;
  private final LiveFeed live;
  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("otlp").daemon().factory());
  private boolean arrived = true;

  /// @param live where the figures come from
  public OtlpExport(OtlpSettings settings, LiveFeed live, InstantSource clock) {
    this.settings = settings;
    this.live = live;
    this.clock = clock;
  }

  /// Sends from now on.
  public void start() {
    long millis = settings.every().toMillis();
    thread.scheduleWithFixedDelay(this::send, millis, millis, TimeUnit.MILLISECONDS);
  }

  /// Sends once. A collector that does not take the figures is logged once, and once that it does
  /// again.
  void send() {
    byte[] body = OtlpDocument.write(live.latest(), settings.instance(), clock.instant());
    HttpRequest request =
        HttpRequest.newBuilder(settings.metrics())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      tell(status / 100 == 2, "it answers " + status);
    } catch (IOException failed) {
      tell(false, failed.toString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(boolean now, String why) {
    if (now != arrived) {
      arrived = now;
      if (now) {
        LOG.info("The collector at {} takes figures again.", settings.endpoint());
      } else {
        LOG.warn("The collector at {} takes no figures: {}.", settings.endpoint(), why);
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    http.shutdownNow();
  }
}
