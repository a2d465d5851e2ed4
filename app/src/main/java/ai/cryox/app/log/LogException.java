package ai.cryox.app.log;

/// The log cannot be written. The message says where and what to do.
public final class LogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LogException(String message, Throwable cause) {
    super(message, cause);
  }
}
