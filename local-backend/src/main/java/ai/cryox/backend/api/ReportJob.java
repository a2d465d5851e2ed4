package ai.cryox.backend.api;

import ai.cryox.core.report.StoredReport;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// One report that is being made, and how far it is. Any thread.
final class ReportJob {
  private final String jobId;
  private final String userId;
  private final Instant startedAt;
  private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
  private volatile Now now = new Now(State.MAKING, 0, 0, "", "", null);
  private volatile boolean cancelled;

  /// @param jobId cannot be guessed
  /// @param userId whose it is; nobody else sees it
  ReportJob(String jobId, String userId, Instant startedAt) {
    this.jobId = jobId;
    this.userId = userId;
    this.startedAt = startedAt;
  }

  /// How it stands.
  enum State {
    /// It waits, or is being made.
    MAKING,
    /// There is a draft.
    MADE,
    /// It was broken off; its number is void.
    CANCELLED,
    /// It could not be made; its number is void.
    FAILED
  }

  private record Now(
      State state, int done, int of, String reportId, String detail, @Nullable Instant endedAt) {}

  String jobId() {
    return jobId;
  }

  boolean belongsTo(String user) {
    return userId.equals(user);
  }

  /// Completes when the report has its number, or exceptionally if it was refused.
  CompletableFuture<@Nullable Void> begun() {
    return begun;
  }

  /// Completes when nothing more will become of it.
  CompletableFuture<@Nullable Void> over() {
    return over;
  }

  boolean isOver() {
    return over.isDone();
  }

  /// Whether it ended before that time.
  boolean endedBefore(Instant time) {
    Instant ended = now.endedAt();
    return ended != null && ended.isBefore(time);
  }

  /// Asks whoever makes it to stop; does nothing if it is over.
  void cancel() {
    cancelled = true;
  }

  /// As a watch: it has its number.
  ///
  /// @return whether to go on
  boolean advance(int done, int of) {
    now = new Now(State.MAKING, done, of, "", "", null);
    begun.complete(null);
    return !cancelled;
  }

  void made(StoredReport report, Instant at) {
    Now last = now;
    end(new Now(State.MADE, last.done(), last.of(), report.reportId(), "", at));
  }

  void brokenOff(Instant at) {
    end(new Now(State.CANCELLED, now.done(), now.of(), "", "", at));
  }

  /// @param why in a sentence for whoever asked
  void failed(RuntimeException cause, String why, Instant at) {
    begun.completeExceptionally(cause);
    end(new Now(State.FAILED, now.done(), now.of(), "", why, at));
  }

  private void end(Now last) {
    now = last;
    begun.complete(null);
    over.complete(null);
  }

  void write(JsonGenerator json) {
    Now shown = now;
    json.writeStringProperty("jobId", jobId);
    json.writeStringProperty("state", shown.state().name().toLowerCase(Locale.ROOT));
    json.writeNumberProperty("done", shown.done());
    json.writeNumberProperty("of", shown.of());
    Json.time(json, "startedAt", startedAt);
    Json.time(json, "endedAt", shown.endedAt());
    Json.text(json, "reportId", shown.reportId().isEmpty() ? null : shown.reportId());
    Json.text(json, "detail", shown.detail().isEmpty() ? null : shown.detail());
  }
}
