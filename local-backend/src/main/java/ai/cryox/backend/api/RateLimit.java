package ai.cryox.backend.api;

import ai.cryox.core.backend.SignInRefusedException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;

/// Refuses callers from other machines that ask too often, with 429 and `Retry-After`, and tells
/// them in every answer what they have left: `RateLimit` and `RateLimit-Policy`. Who is signed in
/// is counted by account, whoever is not by address.
///
/// Callers of this machine are not counted unless the settings say so: its console, its command
/// line and its probes would otherwise take from each other. Questions after the server's health
/// are never counted.
final class RateLimit implements Handler {
  private static final String POLICY = "hour";

  /// In IPv6 a network, not an address, is what one caller has.
  private static final int NETWORK_BYTES = 8;

  private final RateLimiter limiter;
  private final Callers callers;
  private final InstantSource clock;
  private final boolean sparesThisMachine;

  RateLimit(RateLimiter limiter, Callers callers, InstantSource clock, boolean sparesThisMachine) {
    this.limiter = limiter;
    this.callers = callers;
    this.clock = clock;
    this.sparesThisMachine = sparesThisMachine;
  }

  @Override
  public void handle(Context ctx) {
    if (ctx.path().startsWith("/health/") || (sparesThisMachine && isOfThisMachine(ctx.ip()))) {
      return;
    }
    RateLimiter.Verdict verdict = limiter.take(caller(ctx), clock.instant());
    ctx.header(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(POLICY, limiter.perWindow(), RateLimiter.WINDOW.toSeconds()));
    ctx.header(
        "RateLimit",
        "\"%s\";r=%d;t=%d".formatted(POLICY, verdict.left(), seconds(verdict.untilFull())));
    if (!verdict.allowed()) {
      long seconds = seconds(verdict.untilNext());
      ctx.header("Retry-After", Long.toString(seconds));
      throw ProblemException.tooManyRequests(
          "More than %d requests in an hour. The next one is answered in %d s."
              .formatted(limiter.perWindow(), seconds));
    }
  }

  private static long seconds(Duration time) {
    return Math.ceilDiv(time.toMillis(), 1_000L);
  }

  private String caller(Context ctx) {
    try {
      return "user " + callers.of(ctx).who().userId();
    } catch (ProblemException | SignInRefusedException unknown) {
      return "address " + network(ctx.ip());
    }
  }

  /// The address, or of an IPv6 address the network it lies in.
  static String network(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      return literal instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES))
          : literal.getHostAddress();
    } catch (IllegalArgumentException none) {
      return address;
    }
  }

  /// Whether a request came over the loopback.
  static boolean isOfThisMachine(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
