package ai.cryox.app.servers;

import ai.cryox.core.backend.Session;
import org.jspecify.annotations.Nullable;

/// Where the window looks. FX thread only.
public interface Travel {
  /// Where it can look.
  Servers servers();

  /// The server that it looks at, or `null` at home.
  @Nullable Server at();

  /// What is monitored on this machine, in people's words; `null` if nothing is.
  @Nullable String home();

  /// Looks at a server from now on. Home goes on being monitored.
  ///
  /// @param session there; closed when the window looks elsewhere
  void visit(Server server, Session session);

  /// Looks at what is monitored on this machine again.
  void goHome();
}
