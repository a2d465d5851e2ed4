package ai.cryox.connectors.oidc;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Passport;
import ai.cryox.core.backend.SignInRefusedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// What somebody shows for whom an issuer vouches, for as long as it does. Any thread.
final class IssuedPassport implements Passport {
  private static final Logger LOG = System.getLogger(IssuedPassport.class.getName());

  private final OidcSettings settings;
  private final Provider provider;
  private final OidcHttp http;
  private final InstantSource clock;
  private final String subject;
  private Tokens tokens;

  IssuedPassport(
      OidcSettings settings,
      Provider provider,
      OidcHttp http,
      InstantSource clock,
      String subject,
      Tokens tokens) {
    this.settings = settings;
    this.provider = provider;
    this.http = http;
    this.clock = clock;
    this.subject = subject;
    this.tokens = tokens;
  }

  @Override
  public synchronized String token() {
    return tokens.shown();
  }

  /// Each refresh token is good for once; issuers that do not change it take it again.
  @Override
  public synchronized boolean renew() {
    String refresh = tokens.refresh();
    if (refresh == null) {
      return false;
    }
    try {
      Map<String, Object> answer =
          http.post(
              provider.token(),
              Map.of(
                  "grant_type",
                  "refresh_token",
                  "refresh_token",
                  refresh,
                  "client_id",
                  settings.clientId()));
      boolean says = answer.containsKey("id_token");
      Map<String, Object> whole = new HashMap<>(answer);
      whole.putIfAbsent("id_token", tokens.idToken());
      Tokens fresh = Tokens.of(settings, whole);
      if (says ? !isSame(fresh) : fresh.shown().equals(tokens.idToken())) {
        return false;
      }
      tokens =
          fresh.refresh() == null
              ? new Tokens(fresh.idToken(), fresh.accessToken(), fresh.shown(), refresh)
              : fresh;
      return true;
    } catch (SignInRefusedException | BackendException over) {
      LOG.log(Level.INFO, "The issuer does not renew the sign-in.", over);
      return false;
    }
  }

  /// Whether it is still about the same person.
  private boolean isSame(Tokens fresh) {
    return new IdTokenCheck(settings, BrowserSignIn.keys(http, provider))
        .subject(fresh.idToken(), fresh.accessToken(), null, clock.instant())
        .equals(subject);
  }
}
