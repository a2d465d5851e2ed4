package ai.cryox.connectors.cloud;

import ai.cryox.connectors.cloud.CallException.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/// What a server answered.
///
/// @param body not to be changed
/// @param asOf when it was true, if the server did not answer now and this was kept; else `null`
record Answer(String host, int status, Headers headers, byte[] body, @Nullable Instant asOf) {
  /// What it answered now.
  Answer(String host, int status, Headers headers, byte[] body) {
    this(host, status, headers, body, null);
  }

  /// Nobody is asked to wait for longer, whatever a header says.
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  /// `"hour";r=412;t=1871`, or the older plain number.
  private static final Pattern REMAINING = Pattern.compile("(?:^|[;,\\s])r=(\\d+)");

  /// `"hour";q=1000;w=3600`.
  private static final Pattern QUOTA = Pattern.compile("q=(\\d+)\\s*;\\s*w=(\\d+)");

  /// Who says this tells a program what to send, which helps nobody at a screen.
  private static final String FOR_PROGRAMS = "Authorization:";

  Tree tree() {
    return Tree.of(JsonTree.object(body));
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /// What it means that this was no success.
  CallException failure(Instant now) {
    String said = tree().text("detail", tree().text("message", ""));
    return switch (status) {
      case 401 ->
          said.contains(FOR_PROGRAMS)
              ? failed(Kind.SIGNED_OUT, "", "At %s you must say who you are: sign in.")
              : failed(
                  Kind.SIGNED_OUT, said, "At %s it is no longer known who you are. Sign in again.");
      case 429 -> throttled(now);
      case 403 ->
          headers.get("Retry-After") == null
              ? failed(Kind.FORBIDDEN, said, "You may not do this at %s.")
              : throttled(now);
      case 404, 405, 501 -> failed(Kind.NOT_THERE, said, "%s has nothing at this address.");
      case 502, 503, 504 -> failed(Kind.BROKEN, said, "%s cannot answer at the moment.");
      default ->
          status >= 500
              ? failed(Kind.BROKEN, said, "%s has a fault of its own (" + status + ").")
              : status >= 300 && status < 400
                  ? failed(Kind.BROKEN, said, "%s sends us elsewhere, probably to a sign-in page.")
                  : failed(Kind.REFUSED, said, "%s refuses the request (" + status + ").");
    };
  }

  private CallException failed(Kind kind, String said, String otherwise) {
    String sentence = said.isBlank() ? otherwise.formatted(host) : said;
    return new CallException(kind, sentence, status, retryAfter(Instant.EPOCH));
  }

  private CallException throttled(Instant now) {
    Duration wait = retryAfter(now);
    Duration asked = wait.isZero() ? USUAL_WAIT : wait;
    return new CallException(
        Kind.THROTTLED,
        "%s wants fewer requests; it is asked again in %d s.".formatted(host, asked.toSeconds()),
        status,
        asked);
  }

  /// Seconds, or a date; zero if there is neither.
  private Duration retryAfter(Instant now) {
    String text = headers.get("Retry-After");
    if (text == null) {
      return Duration.ZERO;
    }
    Duration wait;
    try {
      wait =
          text.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text.strip()))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant());
    } catch (DateTimeException none) {
      return USUAL_WAIT;
    }
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  /// How many requests the server lets through in an hour; 0 if it does not say.
  int quotaPerHour() {
    String policy = headers.get("RateLimit-Policy");
    Matcher matcher = QUOTA.matcher(policy == null ? "" : policy);
    if (matcher.find()) {
      long seconds = number(matcher.group(2));
      return seconds <= 0
          ? 0
          : (int) Math.min(1_000_000, number(matcher.group(1)) * 3_600 / seconds);
    }
    return 0;
  }

  /// How many it still lets through, or −1 if it does not say.
  long remaining() {
    String now = headers.get("RateLimit");
    Matcher matcher = REMAINING.matcher(now == null ? "" : now);
    if (matcher.find()) {
      return number(matcher.group(1));
    }
    for (String name : new String[] {"RateLimit-Remaining", "X-RateLimit-Remaining"}) {
      String text = headers.get(name);
      if (text != null) {
        return number(text.strip());
      }
    }
    return -1;
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? -1 : Long.parseLong(text);
    } catch (NumberFormatException none) {
      return -1;
    }
  }
}
