package ai.cryox.core.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;
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
  private static final int VERSION_BYTES = 12;

  /// Equal for accounts of the same name, roles and openness: who shows what they saw changes it
  /// only if it is still that. Failures and sign-ins do not count.
  public String version() {
    String told =
        grants.all().stream()
            .map(grant -> grant.role().wireName() + '@' + grant.facilityId())
            .sorted()
            .collect(Collectors.joining(",", name + '|', "|" + (state == State.DISABLED)));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }

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
