package ai.cryox.connectors.oidc;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Questions to an issuer. Answers are short; redirects are not followed. Any thread.
final class OidcHttp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LONGEST = 1_000_000;

  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .callTimeout(PATIENCE)
          .followRedirects(false)
          .followSslRedirects(false)
          .build();

  /// Reads a JSON object.
  ///
  /// @throws BackendException if there is none
  Map<String, Object> get(URI address) {
    Request request = new Request.Builder().url(address.toString()).build();
    return read(request, address, false);
  }

  /// Posts a form.
  ///
  /// @throws SignInRefusedException if the issuer refuses it
  /// @throws BackendException if it does not answer
  Map<String, Object> post(URI address, Map<String, String> form) {
    FormBody.Builder body = new FormBody.Builder();
    form.forEach(body::add);
    Request request =
        new Request.Builder()
            .url(address.toString())
            .header("Accept", "application/json")
            .post(body.build())
            .build();
    return read(request, address, true);
  }

  private Map<String, Object> read(Request request, URI address, boolean mayRefuse) {
    try (Response response = client.newCall(request).execute()) {
      String text = response.peekBody(LONGEST).string();
      if (response.isSuccessful()) {
        return JSONObjectUtils.parse(text);
      }
      if (mayRefuse && response.code() >= 400 && response.code() < 500) {
        throw new SignInRefusedException(
            Reason.BAD_TOKEN,
            "%s refuses the sign-in: %s. Try again.".formatted(address.getHost(), error(text)));
      }
      throw new BackendException(
          "%s does not answer as an issuer does (%d).".formatted(address, response.code()));
    } catch (IOException failed) {
      throw new BackendException(
          "%s does not answer. Look whether this machine reaches it.".formatted(address.getHost()),
          failed);
    } catch (ParseException nonsense) {
      throw new BackendException(
          "%s does not answer as an issuer does.".formatted(address), nonsense);
    }
  }

  private static String error(String text) {
    try {
      Map<String, Object> said = JSONObjectUtils.parse(text);
      Object words = said.get("error_description");
      return Words.shown(String.valueOf(words == null ? said.get("error") : words));
    } catch (ParseException none) {
      return "without saying why";
    }
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
