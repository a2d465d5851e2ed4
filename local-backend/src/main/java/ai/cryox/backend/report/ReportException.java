package ai.cryox.backend.report;

/// A report could not be made or checked, and nothing of it was left. The message is a sentence for
/// people.
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message for people
  public ReportException(String message) {
    super(message);
  }

  /// @param message for people
  /// @param cause for the log
  public ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
