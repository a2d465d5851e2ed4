package ai.cryox.connectors.oidc;

import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an issuer gave.
///
/// @param idToken says who somebody is
/// @param accessToken empty if there was none
/// @param shown the one of them that is meant for the backend
/// @param refresh gets others, once; or `null`
record Tokens(String idToken, String accessToken, String shown, @Nullable String refresh) {
  /// @throws SignInRefusedException if there is no ID token
  static Tokens of(OidcSettings settings, Map<String, Object> answer) {
    if (!(answer.get("id_token") instanceof String idToken)) {
      throw new SignInRefusedException(
          Reason.BAD_TOKEN,
          "%s does not say who signed in (no ID token). Its scope must have openid."
              .formatted(settings.issuer().getHost()));
    }
    String access = answer.get("access_token") instanceof String text ? text : "";
    String refresh = answer.get("refresh_token") instanceof String text ? text : null;
    return new Tokens(
        idToken, access, isMeant(access, settings.audience()) ? access : idToken, refresh);
  }

  private static boolean isMeant(String token, String audience) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getAudience().contains(audience);
    } catch (ParseException opaque) {
      return false;
    }
  }

  /// Without the tokens.
  @Override
  public String toString() {
    return "Tokens[…]";
  }
}
