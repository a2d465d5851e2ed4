package ai.cryox.backend.endpoint;

/// The endpoint cannot start. The message says what, where and what to do, in one sentence for
/// people.
public final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message for people
  public EndpointException(String message) {
    super(message);
  }

  /// @param message for people
  /// @param cause for the log
  public EndpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
