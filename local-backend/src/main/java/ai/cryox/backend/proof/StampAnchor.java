package ai.cryox.backend.proof;

import ai.cryox.backend.report.ReportException;
import ai.cryox.backend.report.StampClient;
import ai.cryox.backend.report.TimeStamps;
import ai.cryox.core.ledger.Anchor;

/// Has the ledger confirmed by a time-stamp authority (RFC 3161).
///
/// @param authority its address
/// @param client reaches it
public record StampAnchor(String authority, StampClient client) implements Anchor {
  @Override
  public byte[] confirm(byte[] sha256) {
    try {
      return TimeStamps.token(client, sha256);
    } catch (ReportException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }
}
