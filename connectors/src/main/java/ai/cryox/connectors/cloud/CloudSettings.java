package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Place;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which server, and how it is spoken to.
///
/// @param name what people call it
/// @param address such as `https://server.example:8443`, without a path
/// @param place whether it is a facility's own or the cloud
/// @param facilities those that a bare cloud API is asked for, which cannot list them itself; a
///   server that can is asked for all
/// @param pin SHA-256 of the server's certificate, 64 hexadecimal digits, the only one that is
///   trusted then; `null` = whom the machine trusts
/// @param requestsPerHour that we allow ourselves until the server says otherwise; 0 = no limit
/// @param folder where the budget and what was read are kept over restarts, `null` = nowhere
public record CloudSettings(
    String name,
    URI address,
    Place place,
    List<String> facilities,
    @Nullable String pin,
    int requestsPerHour,
    @Nullable Path folder) {
  /// The seed's policy.
  public static final int SEED_REQUESTS_PER_HOUR = 1_000;

  public CloudSettings {
    facilities = List.copyOf(facilities);
  }

  /// Of a server that a certificate authority vouches for.
  public static CloudSettings of(String name, URI address, Place place) {
    return new CloudSettings(name, address, place, List.of(), null, SEED_REQUESTS_PER_HOUR, null);
  }

  /// The same, trusting only this certificate.
  public CloudSettings withPin(@Nullable String sha256) {
    return new CloudSettings(name, address, place, facilities, sha256, requestsPerHour, folder);
  }

  /// The same for these facilities.
  public CloudSettings withFacilities(List<String> wanted) {
    return new CloudSettings(name, address, place, wanted, pin, requestsPerHour, folder);
  }

  /// The same with another limit.
  public CloudSettings withRequestsPerHour(int most) {
    return new CloudSettings(name, address, place, facilities, pin, most, folder);
  }

  /// The same, remembering in a folder.
  public CloudSettings in(@Nullable Path remembering) {
    return new CloudSettings(name, address, place, facilities, pin, requestsPerHour, remembering);
  }
}
