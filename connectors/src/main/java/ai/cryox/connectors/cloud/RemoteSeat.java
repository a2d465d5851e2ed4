package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.people.SignedIn;

/// Who sits at a console that looks at a server. While they are away nothing that changes anything
/// leaves this machine; what is watched goes on. Any thread.
final class RemoteSeat {
  private final CloudHttp http;
  private final Credentials credentials;
  private final SignedIn person;
  private volatile boolean away;

  RemoteSeat(CloudHttp http, Credentials credentials, SignedIn person) {
    this.http = http;
    this.credentials = credentials;
    this.person = person;
  }

  SignedIn who() {
    return away ? person.watching() : person;
  }

  boolean isLocked() {
    return away;
  }

  /// @return whether it is locked now: only who has a password can come back
  boolean lock() {
    if (!(credentials instanceof PasswordCredentials)) {
      return false;
    }
    away = true;
    http.refuseActions(true);
    return true;
  }

  /// @throws SignInRefusedException if the server does not let them in
  /// @throws IllegalArgumentException if it is somebody else, with a sentence
  /// @throws BackendException if the server does not answer
  void unlock(SignIn who) {
    if (!(credentials instanceof PasswordCredentials own)
        || !(who instanceof SignIn.Password typed)) {
      throw new IllegalArgumentException("Only the password of whoever sits here opens it.");
    }
    try {
      own.signInAgain(http, typed, person.userId());
    } catch (CallException failed) {
      throw new BackendException(failed.sentence(), failed);
    }
    away = false;
    http.refuseActions(false);
  }

  /// Signs out over there.
  void leave() {
    if (credentials instanceof PasswordCredentials own) {
      own.end(http);
    }
  }
}
