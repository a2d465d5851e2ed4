package ai.cryox.core.backend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody was not let in. The message is a sentence for them and gives away nothing about which
/// accounts there are.
public final class SignInRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable Instant until;

  /// Why.
  public enum Reason {
    /// No such account, a wrong password, or too many failures before.
    WRONG,
    /// Too many failures before: nobody gets in for a while. Said only to those who sit at the
    /// machine itself, where the alarm says it too.
    LOCKED,
    /// The name and the password are right, but the password must be changed first.
    PASSWORD_CHANGE_DUE,
    /// What was shown instead of a password is not valid, or not any more.
    BAD_TOKEN,
    /// The account was disabled, or has no role here.
    NOT_ALLOWED
  }

  /// @param message for people
  public SignInRefusedException(Reason reason, String message) {
    this(reason, message, null);
  }

  /// @param message for people
  /// @param until when it is no use to try before, or `null`
  public SignInRefusedException(Reason reason, String message, @Nullable Instant until) {
    super(message);
    this.reason = reason;
    this.until = until;
  }

  /// When it is no use to try before, or `null`.
  public @Nullable Instant until() {
    return until;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }
}
