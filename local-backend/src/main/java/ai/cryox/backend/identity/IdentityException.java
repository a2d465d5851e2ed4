package ai.cryox.backend.identity;

/// The keys of this installation cannot be made, read or used. The message says what, where and
/// what to do.
public final class IdentityException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message for people
  public IdentityException(String message) {
    super(message);
  }

  /// @param message for people
  /// @param cause for the log
  public IdentityException(String message, Throwable cause) {
    super(message, cause);
  }
}
