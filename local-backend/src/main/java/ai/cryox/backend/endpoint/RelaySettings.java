package ai.cryox.backend.endpoint;

import ai.cryox.backend.relay.TopicFilter;
import java.util.List;

/// Whether clients may speak to each other.
///
/// @param enabled whether topics that are none of a device's are relayed between clients
/// @param denied what nobody may subscribe to and what is relayed to nobody
public record RelaySettings(boolean enabled, List<TopicFilter> denied) {
  /// Clients speak to the backend alone.
  public static final RelaySettings OFF = new RelaySettings(false, List.of());

  public RelaySettings {
    denied = List.copyOf(denied);
  }

  /// Clients speak to each other.
  public static RelaySettings on(List<TopicFilter> denied) {
    return new RelaySettings(true, denied);
  }
}
