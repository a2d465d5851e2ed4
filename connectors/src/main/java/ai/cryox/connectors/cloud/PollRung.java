package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Standing.LiveBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// Asks for what changed: either the server waits until there is something, or we wait.
final class PollRung implements Rung {
  /// The server's longest.
  private static final int WAIT_SECONDS = 55;

  /// Values need not come more often; alarms come at once.
  private static final int COLLECT_SECONDS = 15;

  private static final Duration DELTA = Duration.ofSeconds(15);

  private final LiveBy by;
  private final CloudHttp http;
  private final LiveMirror mirror;
  private @Nullable Instant brought;

  private PollRung(LiveBy by, CloudHttp http, LiveMirror mirror) {
    this.by = by;
    this.http = http;
    this.mirror = mirror;
  }

  /// The server waits.
  static PollRung waiting(CloudHttp http, LiveMirror mirror) {
    return new PollRung(LiveBy.LONG_POLL, http, mirror);
  }

  /// We wait.
  static PollRung every15Seconds(CloudHttp http, LiveMirror mirror) {
    return new PollRung(LiveBy.DELTA_POLL, http, mirror);
  }

  @Override
  public LiveBy by() {
    return by;
  }

  @Override
  public void once(Runnable heard) {
    HttpUrl.Builder url = http.url("changes");
    String cursor = mirror.cursor();
    if (cursor != null) {
      url.addQueryParameter("since", cursor);
    }
    // What came another way may be live for less time than this one waits.
    boolean isOurs = brought != null && Objects.equals(brought, mirror.asOf());
    if (by == LiveBy.LONG_POLL && isOurs) {
      url.addQueryParameter("wait", Integer.toString(WAIT_SECONDS));
      url.addQueryParameter("collect", Integer.toString(COLLECT_SECONDS));
    }
    Request request = new Request.Builder().url(url.build()).build();
    mirror.apply(http.call(Lane.LIVE, request, Duration.ofSeconds(WAIT_SECONDS + 20)).tree());
    brought = mirror.asOf();
    heard.run();
  }

  @Override
  public Duration pause() {
    return by == LiveBy.DELTA_POLL ? DELTA : Duration.ZERO;
  }

  @Override
  public Duration fresh() {
    return by == LiveBy.DELTA_POLL ? DELTA.multipliedBy(3) : Duration.ofSeconds(WAIT_SECONDS + 25);
  }

  @Override
  public void interrupt() {
    // It ends by itself; whoever closes cancels all requests.
  }
}
