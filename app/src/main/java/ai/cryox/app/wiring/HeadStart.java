package ai.cryox.app.wiring;

import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.endpoint.MqttEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/// Has the libraries that every backend needs loaded on a thread of its own, while the command line
/// is still being read and the data folder opened. It does nothing that is not done again by
/// whoever needs it, so that it may fail.
public final class HeadStart {
  private static final Logger LOG = System.getLogger(HeadStart.class.getName());

  private HeadStart() {}

  /// Begins, and returns at once.
  public static void begin() {
    Thread.ofPlatform().name("head-start").daemon().start(HeadStart::run);
  }

  private static void run() {
    for (Runnable part :
        List.<Runnable>of(LocalBackend::prepare, MqttEndpoint::prepare, ApiServer::prepare)) {
      try {
        part.run();
      } catch (RuntimeException | LinkageError failed) {
        LOG.log(Level.DEBUG, "Whoever needs it will say so.", failed);
      }
    }
  }
}
