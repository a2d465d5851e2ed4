package ai.cryox.connectors.cloud;

import ai.cryox.connectors.cloud.CallException.Kind;
import ai.cryox.core.backend.Standing.LiveBy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/// Server-sent events. Begins where the last stream, or whatever came instead of one, has ended.
final class StreamRung implements Rung {
  /// The server says something every 15 seconds.
  private static final Duration SILENCE = Duration.ofSeconds(25);

  private final CloudHttp http;
  private final LiveMirror mirror;
  private volatile @Nullable Call open;

  StreamRung(CloudHttp http, LiveMirror mirror) {
    this.http = http;
    this.mirror = mirror;
  }

  @Override
  public LiveBy by() {
    return LiveBy.STREAM;
  }

  @Override
  public void once(Runnable heard) {
    Request.Builder request =
        new Request.Builder().url(http.url("stream").build()).header("Accept", "text/event-stream");
    String cursor = mirror.cursor();
    if (cursor != null) {
      request.header("Last-Event-ID", cursor);
    }
    CloudHttp.Open stream = http.open(Lane.LIVE, request.build(), SILENCE);
    open = stream.call();
    try (Response response = stream.response()) {
      if (!String.valueOf(response.header("Content-Type")).startsWith("text/event-stream")) {
        throw new CallException(
            Kind.NOT_THERE, "%s sends no stream.".formatted(http.host()), 0, Duration.ZERO);
      }
      Reader reader = new Reader(heard);
      EventSources.processResponse(response, reader);
      reader.rethrow();
    } finally {
      open = null;
    }
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(100);
  }

  @Override
  public Duration fresh() {
    return SILENCE.plusSeconds(5);
  }

  @Override
  public void interrupt() {
    Call call = open;
    if (call != null) {
      call.cancel();
    }
  }

  /// Everything comes on the thread that reads.
  private final class Reader extends EventSourceListener {
    private final Runnable heard;
    private @Nullable RuntimeException failure;

    Reader(Runnable heard) {
      this.heard = heard;
    }

    @Override
    public void onEvent(
        EventSource source, @Nullable String id, @Nullable String type, String data) {
      if (failure != null) {
        return;
      }
      try {
        mirror.apply(Tree.of(JsonTree.object(data.getBytes(StandardCharsets.UTF_8))));
        heard.run();
      } catch (IllegalArgumentException nonsense) {
        failure = nonsense;
        source.cancel();
      }
    }

    @Override
    public void onFailure(
        EventSource source, @Nullable Throwable broken, @Nullable Response response) {
      if (failure == null) {
        failure =
            new CallException(
                Kind.BROKEN,
                "The stream from %s broke off.".formatted(http.host()),
                0,
                Duration.ZERO);
      }
    }

    void rethrow() {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
