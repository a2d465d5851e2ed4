package ai.cryox.app.seat;

import ai.cryox.app.start.Workshop;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way into what is monitored on this machine. Port. Any thread.
public interface FrontDesk {
  /// Of whoever sits here and has not said who they are. They may do everything until there is an
  /// account, and only look on from then on.
  Session session();

  /// Whether there is an account, so that somebody must say who they are. Never blocks.
  boolean hasAccounts();

  /// Lets somebody in. Blocks.
  ///
  /// @throws SignInRefusedException if not, with the reason
  /// @throws IllegalArgumentException if the new password is too weak, with a sentence
  Session signIn(SignIn who);

  /// Issuers at which people can sign in with a browser. Never blocks.
  default List<IssuerOffer> offers() {
    return List.of();
  }

  /// What this machine can do for a cold store that is yet to be set up; `null` if nothing.
  default @Nullable Workshop workshop() {
    return null;
  }

  /// A desk where nobody is ever asked.
  static FrontDesk of(Session session) {
    return new FrontDesk() {
      @Override
      public Session session() {
        return session;
      }

      @Override
      public boolean hasAccounts() {
        return false;
      }

      @Override
      public Session signIn(SignIn who) {
        throw new SignInRefusedException(
            SignInRefusedException.Reason.WRONG, "There are no accounts here.");
      }
    };
  }
}
