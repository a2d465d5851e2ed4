package ai.cryox.app.servers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is seen of a server before anybody trusts it or signs in.
///
/// @param certificate what it shows, or `null` if it speaks without TLS
public record Look(@Nullable Certificate certificate) {
  /// A server's certificate.
  ///
  /// @param sha256 its fingerprint, 64 hexadecimal digits
  /// @param subject whose it says it is
  /// @param issuer who vouches for it
  /// @param from when it begins to be valid
  /// @param until when it ends
  /// @param trusted whether this machine trusts it for this address anyway
  public record Certificate(
      String sha256, String subject, String issuer, Instant from, Instant until, boolean trusted) {
    /// Whether it vouches for itself.
    public boolean isSelfMade() {
      return subject.equals(issuer);
    }

    /// The fingerprint in groups of four, for people who compare.
    public String fingerprint() {
      return sha256.replaceAll("(.{4})(?=.)", "$1 ");
    }
  }
}
