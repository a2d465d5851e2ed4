package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.people.Action;
import ai.cryox.core.people.ForbiddenException;
import java.util.function.Supplier;

/// Turns what went wrong between us and a server into what the ports say.
final class Asking {
  private Asking() {}

  /// Asks.
  ///
  /// @param action what is tried
  /// @throws BackendException if the server cannot answer
  /// @throws ForbiddenException if the person may not
  /// @throws IllegalArgumentException if the server holds it for nonsense
  static <T> T ask(Action action, Supplier<T> call) {
    try {
      return call.get();
    } catch (CallException failed) {
      throw switch (failed.kind()) {
        case REFUSED -> new IllegalArgumentException(failed.sentence());
        case FORBIDDEN -> new ForbiddenException(failed.sentence(), action);
        case UNREACHABLE, THROTTLED, SIGNED_OUT, NOT_THERE, BROKEN ->
            new BackendException(failed.sentence());
      };
    }
  }

  /// Has something done. It is done now or not at all: nothing is kept to be sent later.
  static <T> T act(Action action, Supplier<T> call) {
    try {
      return ask(action, call);
    } catch (BackendException failed) {
      throw new BackendException(
          failed.getMessage() + " Nothing was changed that we know of, and nothing is sent later.",
          failed);
    }
  }
}
