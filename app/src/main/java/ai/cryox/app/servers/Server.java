package ai.cryox.app.servers;

import ai.cryox.core.backend.Place;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A server that somebody added.
///
/// @param id lasting; names a folder
/// @param name what people call it
/// @param address such as `https://server.example:8443`
/// @param place a facility's own, or the cloud
/// @param facilities those to look at on a plain cloud interface, which cannot list them
/// @param pin the fingerprint of the one certificate that is trusted, or `null` for whom the
///   machine trusts
/// @param signInName of whoever signed in last; empty if nobody did
public record Server(
    String id,
    String name,
    URI address,
    Place place,
    List<String> facilities,
    @Nullable String pin,
    String signInName) {
  public Server {
    facilities = List.copyOf(facilities);
  }

  /// The same after somebody signed in.
  public Server withSignInName(String who) {
    return new Server(id, name, address, place, facilities, pin, who);
  }
}
