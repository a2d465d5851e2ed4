package ai.cryox.app.servers;

import ai.cryox.app.seat.BrowserDoor;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import java.net.URI;
import java.util.List;

/// The servers that are known here, and the way to them. Port. Any thread; {@link #look} and {@link
/// #connect} wait for the network.
public interface Servers {
  /// All of them, in the order they were added.
  List<Server> all();

  /// Looks at a server without trusting it and without saying anything to it.
  ///
  /// @throws BackendException if nobody answers, with a sentence
  Look look(URI address);

  /// Remembers a server, or what changed of it.
  void save(Server server);

  /// Forgets a server, and what was kept of it.
  void remove(Server server);

  /// Issuers at which people can sign in to look at a server; waits for the network.
  ///
  /// @throws BackendException if it cannot be reached, with a sentence
  List<IssuerOffer> offers(Server server);

  /// Signs in, and waits until there is something to see.
  ///
  /// @throws BackendException if it cannot be reached, with a sentence
  /// @throws SignInRefusedException if it lets nobody in like that
  /// @throws IllegalArgumentException if the address or the facilities make no sense
  Session connect(Server server, SignIn who);

  /// The way to issuers.
  BrowserDoor door();
}
