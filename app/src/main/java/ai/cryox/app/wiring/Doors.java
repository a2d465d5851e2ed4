package ai.cryox.app.wiring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a backend listens.
///
/// @param http for API callers; a loopback address
/// @param mqtt for devices that nobody asks who they are; a loopback address; `null` = nowhere
/// @param mqtts for devices that prove who they are, over TLS; `null` = nowhere
/// @param tlsNames by which this machine is reached, besides its own names and addresses
/// @param https for API callers of other machines; `null` = nowhere
public record Doors(
    HostPort http,
    @Nullable HostPort mqtt,
    @Nullable HostPort mqtts,
    List<String> tlsNames,
    @Nullable Https https) {
  public Doors {
    tlsNames = List.copyOf(tlsNames);
  }

  /// Without HTTPS.
  public Doors(
      HostPort http, @Nullable HostPort mqtt, @Nullable HostPort mqtts, List<String> tlsNames) {
    this(http, mqtt, mqtts, tlsNames, null);
  }

  /// For callers and devices of this machine only.
  public static Doors onLoopback(HostPort http, HostPort mqtt) {
    return new Doors(http, mqtt, null, List.of());
  }
}
