package ai.cryox.app.wiring;

import ai.cryox.app.servers.Look;
import ai.cryox.app.servers.Server;
import ai.cryox.app.servers.Servers;
import ai.cryox.backend.control.ControlFile;
import ai.cryox.core.backend.Place;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The backend that another process of this machine runs on a data folder, as a server to look at.
/// Its address stands in a file that only the folder's owner can read.
public final class RunningBackend {
  private RunningBackend() {}

  /// The backend that runs on a folder; `null` if the file says of none.
  ///
  /// @param servers look at its certificate, if it has one: on this machine it is the right one
  public static @Nullable Server on(Path data, Servers servers) {
    ControlFile file = ControlFile.read(data);
    if (file == null) {
      return null;
    }
    URI api = file.api();
    Look.Certificate certificate = servers.look(api).certificate();
    return new Server(
        "running",
        data.getFileName().toString(),
        api,
        Place.FACILITY_SERVER,
        List.of(),
        certificate == null ? null : certificate.sha256(),
        "");
  }
}
