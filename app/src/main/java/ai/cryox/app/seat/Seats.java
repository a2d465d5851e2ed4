package ai.cryox.app.seat;

import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who sits at the window, as the window sees it. FX thread only, but for {@link #signIn}.
public interface Seats {
  /// Whether nobody has said who they are although somebody must.
  boolean asks();

  /// Whether somebody has said who they are.
  boolean isSignedIn();

  /// What they typed as their name, or what was typed last; empty if nothing was.
  String signInName();

  /// How long nobody may touch the console before it asks for the password; zero = for ever.
  Duration idleLimit();

  /// Lets somebody in at this machine. Any thread; blocks.
  ///
  /// @throws SignInRefusedException if not, with the reason
  /// @throws IllegalArgumentException if the new password is too weak, with a sentence
  Session signIn(SignIn who);

  /// Issuers at which people can sign in at this machine. Never blocks.
  List<IssuerOffer> offers();

  /// The way to them; `null` where there is none.
  @Nullable BrowserDoor door();

  /// Shows everything as this person sees it from now on.
  ///
  /// @param signInName what they typed
  void sitDown(Session session, String signInName);

  /// Locks what this person sees, here and on this machine if the window looks elsewhere.
  ///
  /// @return whether it is locked now
  boolean lock();

  /// Signs out. What is monitored here stays in sight.
  void standUp();
}
