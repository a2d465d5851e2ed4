package ai.cryox.connectors.cloud;

import ai.cryox.connectors.cloud.CallException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Requests to one server: counts them, says who asks, and knows what the answers mean. A request
/// that changes something is sent once, or it fails. Any thread.
final class CloudHttp implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration WHOLE = Duration.ofSeconds(60);

  /// Longer than a server leaves an idle connection open would meet it closing.
  private static final int IDLE_SECONDS = 20;

  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl root;
  private final OkHttpClient client;
  private final Budget budget;
  private final Credentials credentials;
  private final InstantSource clock;
  private volatile @Nullable PastOnDisk disk;
  private volatile @Nullable Instant pastAsOf;
  private volatile boolean locked;

  CloudHttp(CloudSettings settings, Budget budget, Credentials credentials, InstantSource clock) {
    this.root = root(settings);
    this.budget = budget;
    this.credentials = credentials;
    this.clock = clock;
    this.client = client(settings);
  }

  private static HttpUrl root(CloudSettings settings) {
    HttpUrl root = HttpUrl.get(settings.address().toString());
    if (root == null) {
      throw new IllegalArgumentException(
          "'%s' is no address of a server; write it like https://server.example:8443."
              .formatted(settings.address()));
    }
    return root;
  }

  /// A client for a server's certificate, with our limits of time.
  static OkHttpClient client(CloudSettings settings) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .readTimeout(SILENCE)
            .writeTimeout(SILENCE)
            .callTimeout(WHOLE)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectionPool(new ConnectionPool(4, IDLE_SECONDS, TimeUnit.SECONDS));
    String pin = settings.pin();
    if (pin != null) {
      Pin.set(client, pin);
    }
    return client.build();
  }

  /// Whom we speak to, for people.
  String host() {
    return root.host();
  }

  /// An address below the API's root.
  HttpUrl.Builder url(String... segments) {
    HttpUrl.Builder url = root.newBuilder().encodedPath("/api/v1");
    for (String segment : segments) {
      url.addPathSegment(segment);
    }
    return url;
  }

  Answer get(Lane lane, HttpUrl url) {
    return call(lane, new Request.Builder().url(url).build());
  }

  /// Keeps in a folder what is asked of the past from now on.
  void keepPast(Path folder) {
    disk = PastOnDisk.open(folder, client, clock);
  }

  /// Asks for something of the past. Where nobody answers, what was kept of it does, perhaps of a
  /// part of the period.
  Answer past(HttpUrl url) {
    PastOnDisk kept = disk;
    if (kept == null) {
      return get(Lane.HISTORY, url);
    }
    try {
      Answer answer = call(kept.client(), Lane.HISTORY, PastOnDisk.asking(url), WHOLE);
      pastAsOf = null;
      return answer;
    } catch (CallException failed) {
      if (failed.kind() == Kind.FORBIDDEN || failed.kind() == Kind.NOT_THERE) {
        kept.forget(url);
      }
      Answer old = failed.kind().isNoAnswer() ? kept.recall(url) : null;
      if (old == null) {
        throw failed;
      }
      pastAsOf = earlier(pastAsOf, old.asOf());
      return old;
    }
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  /// As of when what was last asked of the past is, if it was not answered but kept; else `null`.
  @Nullable Instant pastAsOf() {
    return pastAsOf;
  }

  /// @param tree becomes the body; `null` = none
  Answer send(String method, HttpUrl url, @Nullable Object tree) {
    return send(method, url, tree, Map.of());
  }

  Answer send(String method, HttpUrl url, @Nullable Object tree, Map<String, String> headers) {
    requireOpen();
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .method(
                method,
                tree == null ? RequestBody.EMPTY : new OneShotBody(JsonTree.write(tree), JSON));
    headers.forEach(request::header);
    return call(Lane.ACTION, request.build());
  }

  /// Asks as nobody yet, and gives whatever is answered.
  Answer sendOnce(String method, HttpUrl url, Object tree) {
    Request request =
        new Request.Builder()
            .url(url)
            .method(method, new OneShotBody(JsonTree.write(tree), JSON))
            .build();
    return exchange(client, Lane.ACTION, request, WHOLE, false);
  }

  /// What it means that an answer was no success.
  CallException failure(Answer answer) {
    return answer.failure(clock.instant());
  }

  /// Whether what changes something is refused here, because nobody sits at the console.
  void refuseActions(boolean refused) {
    locked = refused;
  }

  private void requireOpen() {
    if (locked) {
      throw new CallException(
          Kind.FORBIDDEN,
          "Nobody sits at the console: type your password first.",
          0,
          Duration.ZERO);
    }
  }

  /// Replaces a file.
  Answer put(HttpUrl url, byte[] file, String mediaType) {
    requireOpen();
    RequestBody body = new OneShotBody(file, MediaType.get(mediaType));
    return call(Lane.ACTION, new Request.Builder().url(url).put(body).build());
  }

  Answer delete(HttpUrl url) {
    requireOpen();
    return call(Lane.ACTION, new Request.Builder().url(url).delete().build());
  }

  /// Sends a request and reads the whole answer.
  ///
  /// @throws CallException if the answer is no success
  Answer call(Lane lane, Request request) {
    return call(lane, request, WHOLE);
  }

  /// @param patience how long all of it may take
  Answer call(Lane lane, Request request, Duration patience) {
    return call(client, lane, request, patience);
  }

  private Answer call(OkHttpClient by, Lane lane, Request request, Duration patience) {
    Answer answer = exchange(by, lane, request, patience, true);
    if (answer.status() == 401 && credentials.refresh(this)) {
      answer = exchange(by, lane, request, patience, true);
    }
    if (answer.isSuccess()) {
      return answer;
    }
    throw answer.failure(clock.instant());
  }

  private Answer exchange(
      OkHttpClient by, Lane lane, Request request, Duration patience, boolean sign) {
    spend(lane);
    OkHttpClient patient =
        by.newBuilder()
            .callTimeout(patience)
            .readTimeout(patience.compareTo(SILENCE) > 0 ? patience : SILENCE)
            .build();
    boolean damaged = false;
    try (Response response = patient.newCall(sign ? signed(request) : request).execute()) {
      damaged = PastOnDisk.isKept(response);
      Answer answer =
          new Answer(host(), response.code(), response.headers(), response.body().bytes());
      learn(answer);
      return answer;
    } catch (IOException failed) {
      PastOnDisk kept = disk;
      if (damaged && kept != null) {
        kept.forget(request.url(), failed);
        return exchange(client, lane, request, patience, sign);
      }
      throw CallException.unreachable(NetworkWords.of(failed, host()));
    }
  }

  /// Opens a stream, which is read for as long as it lasts; the caller closes it.
  ///
  /// @param silence how long the other side may say nothing
  /// @throws CallException if there is none
  Open open(Lane lane, Request request, Duration silence) {
    Open open = openOnce(lane, request, silence);
    if (open.response().code() == 401 && credentials.refresh(this)) {
      open.response().close();
      open = openOnce(lane, request, silence);
    }
    if (open.response().isSuccessful()) {
      return open;
    }
    try (Response response = open.response()) {
      throw new Answer(
              host(), response.code(), response.headers(), response.peekBody(64 * 1024).bytes())
          .failure(clock.instant());
    } catch (IOException failed) {
      throw CallException.unreachable(NetworkWords.of(failed, host()));
    }
  }

  /// A stream.
  ///
  /// @param call can be broken off
  record Open(Call call, Response response) {}

  private Open openOnce(Lane lane, Request request, Duration silence) {
    spend(lane);
    Call call =
        client
            .newBuilder()
            .callTimeout(Duration.ZERO)
            .readTimeout(silence)
            .build()
            .newCall(signed(request));
    try {
      Response response = call.execute();
      learn(new Answer(host(), response.code(), response.headers(), new byte[0]));
      return new Open(call, response);
    } catch (IOException failed) {
      throw CallException.unreachable(NetworkWords.of(failed, host()));
    }
  }

  private Request signed(Request request) {
    String token = credentials.token();
    Request.Builder signed = request.newBuilder().header("User-Agent", "cryox-console");
    if (token != null) {
      signed.header("Authorization", "Bearer " + token);
    }
    return signed.build();
  }

  private void spend(Lane lane) {
    if (!budget.take(lane)) {
      Duration wait = budget.until(lane);
      throw new CallException(
          Kind.THROTTLED,
          "The requests that %s allows for this are used up; the next is possible in %d s."
              .formatted(host(), Math.max(1, wait.toSeconds())),
          0,
          wait);
    }
  }

  private void learn(Answer answer) {
    budget.serverAllows(answer.quotaPerHour());
    if (answer.remaining() >= 0) {
      budget.serverHasLeft(answer.remaining());
    }
  }

  /// The certificates of which the server's own is the first; none without TLS.
  static List<Certificate> certificates(Response response) {
    var handshake = response.handshake();
    return handshake == null ? List.of() : handshake.peerCertificates();
  }

  @Override
  public void close() {
    PastOnDisk kept = disk;
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    if (kept != null) {
      kept.close();
    }
  }
}
