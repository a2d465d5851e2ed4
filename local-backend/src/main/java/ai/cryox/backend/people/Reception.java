package ai.cryox.backend.people;

import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where callers from outside come in. Any thread; {@link #session} and {@link #hasAccounts} do not
/// ask the disk. `address` is where they come from, `null` = this machine.
public interface Reception {
  /// Whether anybody needs to sign in: not before the first account.
  boolean hasAccounts();

  /// The session of whoever shows an access token, ours or of an issuer that is known. The first
  /// token of an issuer waits for its keys.
  ///
  /// @throws SignInRefusedException if it is not valid, or not any more
  Session session(String accessToken, @Nullable String address);

  /// Lets somebody in by name and password.
  ///
  /// @throws SignInRefusedException with a sentence
  /// @throws IllegalArgumentException if the new password is too weak, with a sentence
  Passes signIn(SignIn.Password given, String address);

  /// Lets a program in by its secret.
  ///
  /// @param secret is wiped
  /// @throws SignInRefusedException with a sentence
  Passes machine(String clientId, char[] secret, String address);

  /// Gives new tokens for a refresh token.
  ///
  /// @throws SignInRefusedException if it is not valid, or was used already: then the whole sign-in
  ///   is ended
  Passes renew(String refreshToken, String address);

  /// Issuers at which people can sign in with a browser.
  List<IssuerOffer> offers();

  /// Ends a sign-in by one of its tokens; does nothing if there is none.
  void signOut(@Nullable String accessToken, @Nullable String refreshToken, String address);
}
