package ai.cryox.connectors.cloud;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/// Why a connection failed, for people.
final class NetworkWords {
  private NetworkWords() {}

  static String of(IOException failed, String host) {
    return switch (failed) {
      case UnknownHostException _ -> "There is no host named %s.".formatted(host);
      case InterruptedIOException _ -> "%s did not answer in time.".formatted(host);
      case ConnectException _ ->
          "Nobody answers at %s: the server does not run, or a firewall is in between."
              .formatted(host);
      case SSLException _ when String.valueOf(failed.getMessage()).contains(Pin.CHANGED) ->
          "%s shows another certificate than the one that was trusted. If its people changed it, remove the server and add it again; if not, somebody is in between."
              .formatted(host);
      case SSLException _ -> "%s cannot be trusted; look at its certificate.".formatted(host);
      default -> "The connection to %s broke off.".formatted(host);
    };
  }
}
