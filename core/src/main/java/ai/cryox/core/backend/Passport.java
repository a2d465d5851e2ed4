package ai.cryox.core.backend;

/// What somebody shows for whom an issuer vouches. Kept in memory only. Any thread.
public interface Passport {
  /// What is shown; it may be over. Never blocks for long.
  String token();

  /// Gets another one, for which nobody is asked. Blocks.
  ///
  /// @return whether there is another now; if not, they must sign in again
  boolean renew();
}
