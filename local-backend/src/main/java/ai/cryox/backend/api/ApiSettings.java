package ai.cryox.backend.api;

import org.jspecify.annotations.Nullable;

/// Where the API listens, and how much it takes.
///
/// @param host without TLS a loopback address or a name of one; anything else is refused when the
///   server starts
/// @param port TCP port, 0 to 65,535; 0 takes any free one
/// @param tls `null` = plain HTTP
/// @param requestsPerHour of one caller from another machine; 0 = as many as they like
/// @param limitsThisMachine whether that holds for callers of this machine too; it should where a
///   proxy brings everybody over the loopback
public record ApiSettings(
    String host, int port, @Nullable ApiTls tls, int requestsPerHour, boolean limitsThisMachine) {
  /// The seed's policy.
  public static final int SEED_REQUESTS_PER_HOUR = 1_000;

  public ApiSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a TCP port is 0 to 65535, not " + port);
    }
    if (requestsPerHour < 0) {
      throw new IllegalArgumentException("requests per hour are 0 or more, not " + requestsPerHour);
    }
  }

  /// Callers of this machine ask as often as they like.
  public ApiSettings(String host, int port, @Nullable ApiTls tls, int requestsPerHour) {
    this(host, port, tls, requestsPerHour, false);
  }

  /// Plain HTTP, for this machine only.
  public ApiSettings(String host, int port) {
    this(host, port, null, SEED_REQUESTS_PER_HOUR);
  }

  /// The same with TLS, on any address.
  public ApiSettings with(ApiTls secure) {
    return new ApiSettings(host, port, secure, requestsPerHour, limitsThisMachine);
  }

  /// The same with another limit for callers from other machines.
  public ApiSettings withRequestsPerHour(int most) {
    return new ApiSettings(host, port, tls, most, limitsThisMachine);
  }

  /// The same with the limit for callers of this machine too.
  public ApiSettings withLimitOnThisMachine() {
    return new ApiSettings(host, port, tls, requestsPerHour, true);
  }
}
