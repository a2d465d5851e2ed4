package ai.cryox.app.wiring;

import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.control.ControlClient;
import ai.cryox.backend.control.ControlFile;
import ai.cryox.backend.store.StoreException;
import ai.cryox.core.backend.Control;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A way to the backend of a data folder: the one that runs there, or one opened for the moment
/// where none does.
public final class Reach implements Control, AutoCloseable {
  private final Control control;
  private final Runnable close;

  private Reach(Control control, Runnable close) {
    this.control = control;
    this.close = close;
  }

  /// Opens it.
  ///
  /// @param who for the audit trail
  /// @throws RuntimeException one of {@link Obstacle#isOne}: nothing is left open
  public static Reach open(Path data, InstantSource clock, String who) {
    LocalBackend backend;
    try {
      backend = new LocalBackend(BackendSettings.at(data), clock);
    } catch (StoreException inTheWay) {
      ControlFile file = ControlFile.read(data);
      if (file == null) {
        throw inTheWay;
      }
      ControlClient client = new ControlClient(file);
      return new Reach(client, client::close);
    }
    backend.start();
    return new Reach(backend.control(who), backend::close);
  }

  @Override
  public List<Map<String, String>> call(String call, Map<String, String> with) {
    return control.call(call, with);
  }

  @Override
  public void close() {
    close.run();
  }
}
