package ai.cryox.core.backend;

/// An issuer whose word a backend takes, as a console must know it to send people there.
///
/// @param issuer its address, exactly as its tokens name it
/// @param clientId as which it knows consoles
/// @param audience what tokens for the backend have in `aud`
/// @param scope what is to be asked for
public record IssuerOffer(String issuer, String clientId, String audience, String scope) {
  /// What is asked for where nobody said anything else: who somebody is, and to stay signed in.
  public static final String USUAL_SCOPE = "openid profile offline_access";
}
