package ai.cryox.connectors.mqtt;

import java.io.Serial;

/// A broker cannot be used now.
final class LinkException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient LinkFailure failure;

  LinkException(LinkFailure failure, Throwable cause) {
    super(failure.sentence(), cause);
    this.failure = failure;
  }

  LinkException(LinkFailure failure) {
    super(failure.sentence());
    this.failure = failure;
  }

  LinkFailure failure() {
    return failure;
  }
}
