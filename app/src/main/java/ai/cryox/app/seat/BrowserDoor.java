package ai.cryox.app.seat;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Passport;
import ai.cryox.core.backend.SignInRefusedException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The way to issuers, by the system's own browser. Port. Any thread.
public interface BrowserDoor {
  /// Waits until somebody has signed in there.
  ///
  /// @param shown told where they sign in, when the browser was asked to show it
  /// @param cancelled whether nobody wants it any more
  /// @throws SignInRefusedException if the issuer refuses, or its answer is not to be trusted
  /// @throws BackendException if it does not answer, or nobody signed in
  /// @throws CancellationException if it was cancelled
  Passport signIn(IssuerOffer issuer, Consumer<Shown> shown, BooleanSupplier cancelled);

  /// Where people sign in.
  ///
  /// @param inBrowser whether the browser opened; if not, they must copy the address into one
  record Shown(URI address, boolean inBrowser) {}
}
