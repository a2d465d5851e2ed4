package ai.cryox.connectors.notify;

import ai.cryox.core.escalation.NotificationChannel.Failed;
import ai.cryox.core.escalation.NotificationChannel.Outcome;
import ai.cryox.core.escalation.NotificationChannel.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// One HTTP call with time limits for each part and for the whole of it. It is not repeated by
/// itself and follows no redirect: who redirects a POST wants a sign-in. No sentence names more of
/// the address than its host, for the rest may be a secret.
final class HttpPost {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final Duration WHOLE = Duration.ofSeconds(30);
  private static final long LONGEST_ANSWER = 64 * 1024;
  private static final int LONGEST_QUOTE = 200;

  private final Duration silence;
  private final Duration whole;
  private @Nullable OkHttpClient made;

  HttpPost() {
    this(SILENCE, WHOLE);
  }

  /// @param silence how long the other side may say nothing
  /// @param whole how long all of it may take
  HttpPost(Duration silence, Duration whole) {
    this.silence = silence;
    this.whole = whole;
  }

  /// Made for the first call: to read the trusted certificates takes long, and a start must not
  /// wait for it.
  private synchronized OkHttpClient http() {
    OkHttpClient http = made;
    if (http == null) {
      http =
          new OkHttpClient.Builder()
              .connectTimeout(CONNECT)
              .readTimeout(silence)
              .writeTimeout(silence)
              .callTimeout(whole)
              .followRedirects(false)
              .followSslRedirects(false)
              .retryOnConnectionFailure(false)
              .build();
      made = http;
    }
    return http;
  }

  /// What came back.
  ///
  /// @param type the media type, lower case; empty if none was said
  /// @param body at most 64 KB of it
  record Answer(String host, int status, String type, String body) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /// A page for people in the place of an answer: usually a sign-in.
    boolean isPage() {
      return type.contains("html") || body.stripLeading().toLowerCase(Locale.ROOT).startsWith("<");
    }

    /// What it means that this was no success.
    Outcome failure() {
      if (isPage() && status < 400) {
        return new Refused(
            "%s answers with a web page (%d), probably a sign-in; check the address."
                .formatted(host, status));
      }
      boolean passing = status >= 500 || status == 408 || status == 425 || status == 429;
      String sentence =
          "%s answers %d%s"
              .formatted(host, status, isPage() || body.isBlank() ? "." : ": " + quote());
      return passing ? new Failed(sentence) : new Refused(sentence);
    }

    private String quote() {
      String text = body.replaceAll("\\s+", " ").strip();
      return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
  }

  /// Sends it.
  ///
  /// @param judge makes an outcome of what came back
  Outcome send(Request request, Function<Answer, Outcome> judge) {
    String host = request.url().host();
    try (Response response = http().newCall(request).execute()) {
      String type = String.valueOf(response.header("Content-Type", "")).toLowerCase(Locale.ROOT);
      String body = response.peekBody(LONGEST_ANSWER).string();
      return judge.apply(new Answer(host, response.code(), type, body));
    } catch (IOException failed) {
      return new Failed(explain(failed, host));
    }
  }

  private static String explain(IOException failed, String host) {
    return switch (failed) {
      case UnknownHostException _ -> "There is no host named %s.".formatted(host);
      case InterruptedIOException _ -> "%s did not answer in time.".formatted(host);
      case ConnectException _ ->
          "Nobody answers at %s: it does not run, or a firewall is in between.".formatted(host);
      case SSLException _ -> "%s cannot be trusted; look at its certificate.".formatted(host);
      default -> "The connection to %s broke off.".formatted(host);
    };
  }
}
