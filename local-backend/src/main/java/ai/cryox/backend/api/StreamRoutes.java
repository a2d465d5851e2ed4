package ai.cryox.backend.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// What changes, while it changes: `GET /api/v1/stream` as server-sent events, `GET
/// /api/v1/changes` for one answer at a time. Neither keeps a thread while it waits.
final class StreamRoutes {
  static final String CHANGES = ApiServer.ROOT + "/changes";
  static final String STREAM = ApiServer.ROOT + "/stream";

  /// Clients that wait at one time, streams and polls.
  static final int MOST_CLIENTS = 1_000;

  private static final int LONGEST_WAIT_SECONDS = 55;

  private final Callers callers;
  private final ChangeLog log;
  private final LivePump pump;
  private final Executor threads;

  /// @param threads write the answers of polls
  StreamRoutes(Callers callers, ChangeLog log, LivePump pump, Executor threads) {
    this.callers = callers;
    this.log = log;
    this.pump = pump;
    this.threads = threads;
  }

  void register(RoutesConfig routes) {
    routes.get(CHANGES, this::changes);
    routes.get(STREAM, this::stream);
  }

  private LiveScope scope(Context ctx) {
    LiveScope scope = LiveScope.of(callers.of(ctx).who().grants());
    if (!scope.everything() && scope.facilities().isEmpty()) {
      throw ProblemException.forbidden("You may not watch any facility.");
    }
    return scope;
  }

  private void requireRoom() {
    if (pump.size() >= MOST_CLIENTS) {
      throw ProblemException.unavailable(
          "%d clients wait for changes, and no more are taken. Try again later."
              .formatted(MOST_CLIENTS));
    }
  }

  private void stream(Context ctx) {
    LiveScope scope = scope(ctx);
    requireRoom();
    String lastEventId = ctx.header("Last-Event-ID");
    String since = lastEventId == null ? new QueryParameters(ctx).text("since") : lastEventId;
    log.advance();
    long has = log.versionOf(since, scope);
    ctx.future(() -> {
      StreamClient client = open(ctx, has, scope);
      pump.add(client);
      return client.over().whenComplete((_, _) -> pump.remove(client));
    });
  }

  private StreamClient open(Context ctx, long has, LiveScope scope) {
    HttpServletResponse response = ctx.res();
    response.setStatus(200);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    // Nginx would collect events before it hands them on.
    response.setHeader("X-Accel-Buffering", "no");
    try {
      StreamClient client =
          new StreamClient(log, response.getOutputStream(), has, scope, () -> scope(ctx));
      response.getOutputStream().setWriteListener(client);
      return client;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void changes(Context ctx) {
    LiveScope scope = scope(ctx);
    QueryParameters query = new QueryParameters(ctx);
    int wait = query.wholeNumber("wait", 0, LONGEST_WAIT_SECONDS);
    int collect = query.wholeNumber("collect", 0, LONGEST_WAIT_SECONDS);
    String since = query.text("since");
    log.advance();
    long has = log.versionOf(since, scope);
    if (wait == 0 || has == ChangeLog.NOTHING || isReady(has, scope, collect > 0)) {
      answer(ctx, log.since(has, scope));
      return;
    }
    requireRoom();
    ctx.future(() -> {
      Poll poll = new Poll(has, scope, collect > 0);
      pump.add(poll);
      if (collect > 0 && collect < wait) {
        pump.after(collect * 1_000L, poll::collected);
      }
      pump.after(wait * 1_000L, poll::finish);
      return poll.done
          .whenComplete((_, _) -> pump.remove(poll))
          .thenAcceptAsync(_ -> answer(ctx, log.since(has, scope)), threads);
    });
  }

  private boolean isReady(long has, LiveScope scope, boolean collecting) {
    return collecting ? log.hasAlarmNews(has, scope) : log.hasNews(has, scope);
  }

  private static void answer(Context ctx, ChangeDocument changes) {
    ctx.status(200).contentType(Json.MEDIA_TYPE).result(changes.json());
  }

  /// One request that waits.
  private final class Poll implements LivePump.Listener {
    final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private final long has;
    private final LiveScope scope;
    private volatile boolean collecting;

    Poll(long has, LiveScope scope, boolean collecting) {
      this.has = has;
      this.scope = scope;
      this.collecting = collecting;
    }

    @Override
    public void changed() {
      if (isReady(has, scope, collecting)) {
        finish();
      }
    }

    @Override
    public void closed() {
      finish();
    }

    void collected() {
      collecting = false;
      changed();
    }

    void finish() {
      done.complete(null);
    }
  }
}
