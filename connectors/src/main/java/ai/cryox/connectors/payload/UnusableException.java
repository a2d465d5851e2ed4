package ai.cryox.connectors.payload;

import ai.cryox.core.reading.Fault;

/// One element cannot be used. Control flow inside this package only, hence without a stack trace.
final class UnusableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault.Reason reason;

  UnusableException(Fault.Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  Fault.Reason reason() {
    return reason;
  }

  /// The sentence.
  String detail() {
    return String.valueOf(getMessage());
  }
}
