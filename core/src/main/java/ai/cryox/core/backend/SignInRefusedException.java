package ai.cryox.core.backend;

/// Somebody was not let in. The message is a sentence for them and gives away nothing about which
/// accounts there are.
public final class SignInRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why.
  public enum Reason {
    /// No such account, a wrong password, or too many failures before.
    WRONG,
    /// The name and the password are right, but the password must be changed first.
    PASSWORD_CHANGE_DUE,
    /// What was shown instead of a password is not valid, or not any more.
    BAD_TOKEN,
    /// The account was disabled, or has no role here.
    NOT_ALLOWED
  }

  /// @param message for people
  public SignInRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }
}
