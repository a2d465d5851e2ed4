package ai.cryox.connectors.cloud;

import java.time.Duration;

/// A request that was not answered as wanted. Carries no stack trace: it says something about the
/// other side, not about our code.
final class CallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What it means.
  enum Kind {
    /// Nobody answered, or the answer broke off.
    UNREACHABLE,
    /// Fewer requests are wanted.
    THROTTLED,
    /// The caller may not.
    FORBIDDEN,
    /// It is not known any more who the caller is.
    SIGNED_OUT,
    /// The request itself was refused.
    REFUSED,
    /// There is no such address.
    NOT_THERE,
    /// The other side is at fault.
    BROKEN;

    /// Whether nothing was said that could be known only now: what was kept may do.
    boolean isNoAnswer() {
      return this == UNREACHABLE || this == THROTTLED || this == BROKEN;
    }
  }

  private final Kind kind;
  private final int status;
  private final Duration retryAfter;

  /// @param sentence for people
  /// @param status of HTTP; 0 = none came
  /// @param retryAfter zero if nobody said
  CallException(Kind kind, String sentence, int status, Duration retryAfter) {
    super(sentence, null, false, false);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static CallException unreachable(String sentence) {
    return new CallException(Kind.UNREACHABLE, sentence, 0, Duration.ZERO);
  }

  Kind kind() {
    return kind;
  }

  int status() {
    return status;
  }

  Duration retryAfter() {
    return retryAfter;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
