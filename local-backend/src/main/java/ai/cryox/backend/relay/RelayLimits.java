package ai.cryox.backend.relay;

import java.time.Duration;

/// What the relay puts up with.
///
/// @param sessions that outlive their connection; further ones end with it
/// @param subscriptions of one session
/// @param inFlight messages with QoS 1 and 2 that a client has not acknowledged; a client may want
///   fewer
/// @param queued messages with QoS 1 and 2 that wait for one client
/// @param queuedBytes of all messages that wait for all clients
/// @param retained topics with a retained message
/// @param retainedBytes of all retained messages
/// @param longestExpiry of a session whose client is away
public record RelayLimits(
    int sessions,
    int subscriptions,
    int inFlight,
    int queued,
    long queuedBytes,
    int retained,
    long retainedBytes,
    Duration longestExpiry) {
  private static final long MIB = 1024 * 1024;

  /// Enough for a site, and no more memory than a desktop can spare.
  public static final RelayLimits USUAL =
      new RelayLimits(20_000, 500, 100, 1_000, 64 * MIB, 10_000, 64 * MIB, Duration.ofDays(30));
}
