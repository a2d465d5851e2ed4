package ai.cryox.core.backend;

/// A backend cannot do what was asked, and nothing was changed. The message says what happened,
/// what it means and what to do, in one or two sentences for people.
public final class BackendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message for people
  public BackendException(String message) {
    super(message);
  }

  /// @param message for people
  /// @param cause for the log
  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
