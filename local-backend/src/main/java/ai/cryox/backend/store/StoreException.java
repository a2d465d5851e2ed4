package ai.cryox.backend.store;

/// The data cannot be read or written. The message says what happened, where and what to do.
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message for people
  public StoreException(String message) {
    super(message);
  }

  /// @param message for people
  /// @param cause for the log
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
