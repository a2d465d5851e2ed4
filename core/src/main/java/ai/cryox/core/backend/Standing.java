package ai.cryox.core.backend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the way to a backend is at one moment. Immutable.
///
/// @param state in which state it is
/// @param since when the state began, by the console's clock
/// @param sentence why it is so, what it means, and what to do if something is to be done
/// @param liveBy how the newest state comes
/// @param allowance how many more requests may be made, or `null` if nobody counts them
/// @param asOf when the newest state came, by the console's clock, or `null` if it never did
/// @param pastAsOf when the backend last confirmed what was last shown of the past, by the
///   console's clock, if it does not answer and that was kept here; `null` if it answered
public record Standing(
    State state,
    Instant since,
    String sentence,
    LiveBy liveBy,
    @Nullable Allowance allowance,
    @Nullable Instant asOf,
    @Nullable Instant pastAsOf) {
  /// In which state a way is.
  public enum State {
    /// What is shown is live.
    CONNECTED,
    /// The other side wants fewer requests; it is asked again by itself.
    THROTTLED,
    /// The person signed in may not watch there.
    FORBIDDEN,
    /// Nobody answers; it is tried again by itself.
    UNREACHABLE,
    /// Somebody must sign in again.
    SIGNED_OUT
  }

  /// How the newest state comes, the best way first.
  public enum LiveBy {
    /// It is in this process.
    HERE,
    /// A stream of events.
    STREAM,
    /// Requests that wait for a change.
    LONG_POLL,
    /// Requests for what changed, several a minute.
    DELTA_POLL,
    /// Requests for readings and alerts, as few as will do.
    SEED_POLL
  }

  /// Requests that may still be made.
  ///
  /// @param left now, for what people look at; 0 or more
  /// @param perHour in an hour at most
  public record Allowance(int left, int perHour) {}

  /// Of a backend in this process.
  public static final Standing HERE =
      new Standing(State.CONNECTED, Instant.EPOCH, "", LiveBy.HERE, null, null, null);

  /// Whether what is shown is live.
  public boolean isConnected() {
    return state == State.CONNECTED;
  }
}
