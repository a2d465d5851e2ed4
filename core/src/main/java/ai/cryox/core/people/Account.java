package ai.cryox.core.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in.
///
/// @param userId lasting, never given to anybody else, even when the account is long disabled
/// @param signInName what they type; unique among all there ever were, regardless of case
/// @param name as journals, reports and screens call them
/// @param grants what they may do
/// @param state whether they can sign in
/// @param issuer who vouches for them: the address of an OpenID Connect issuer, or `null` if they
///   have a password here
/// @param mustChangePassword whether their next sign-in ends at choosing a new password
/// @param passwordSetAt when their password was set, or `null`
/// @param createdAt when the account was made
/// @param lastSignInAt or `null` if never
public record Account(
    String userId,
    String signInName,
    String name,
    Grants grants,
    State state,
    @Nullable String issuer,
    boolean mustChangePassword,
    @Nullable Instant passwordSetAt,
    Instant createdAt,
    @Nullable Instant lastSignInAt) {
  /// Whether somebody can sign in.
  public enum State {
    /// They can.
    ACTIVE,
    /// Not after too many failures, until somebody unlocks the account or time has passed.
    LOCKED,
    /// Not any more. The account stays, since the records name it.
    DISABLED
  }
}
