package ai.cryox.backend.series;

/// Packed bytes are not what was written: damaged, cut short, or written by a newer version.
public final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong with the bytes
  public DamagedException(String message) {
    super(message);
  }

  /// @param message what is wrong with the bytes
  /// @param cause how it was noticed
  public DamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
