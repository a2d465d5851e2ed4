package ai.cryox.core.reading;

import ai.cryox.core.routing.Origin;
import java.time.Instant;
import java.util.List;

/// One payload as it enters the backend.
///
/// @param origin where it came from
/// @param receivedAt by the backend's clock
/// @param raw the payload; do not change the array
/// @param decoded what was understood of it
/// @param receipt told after the commit
public record Delivery(
    Origin origin, Instant receivedAt, byte[] raw, Decoded decoded, Receipt receipt) {
  /// What the payload costs in memory while it waits, bytes, roughly.
  public int weight() {
    return 256 + raw.length + 160 * decoded.messages().size();
  }

  /// What was understood, in the payload's order.
  public List<Message> messages() {
    return decoded.messages();
  }
}
