package ai.cryox.backend.relay;

import java.time.Duration;

/// One connection's part in its session.
///
/// @param session of the client
/// @param link the connection
/// @param resumed whether the session is older than the connection
/// @param expiry how long the session will outlive the connection, which may be less than asked
public record Attendance(ClientSession session, Link link, boolean resumed, Duration expiry) {
  /// Whether the session still has this connection and no newer one.
  boolean isCurrent() {
    return link.equals(session.link());
  }
}
