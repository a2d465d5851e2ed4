package ai.cryox.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which lines of the audit trail are wanted, newest first: `from` ≤ at < `until`.
///
/// @param who only what this person or client did, by name or lasting id, or `null` for any
/// @param what only this or what begins with it and a dot (`device` for `device.add`), or `null`
/// @param deviceId only about this device, or `null` for any
/// @param subject only about this: an account, a profile …, or `null` for any
public record AuditQuery(
    Instant from,
    Instant until,
    @Nullable String who,
    @Nullable String what,
    @Nullable String deviceId,
    @Nullable String subject) {
  /// About any subject.
  public AuditQuery(
      Instant from,
      Instant until,
      @Nullable String who,
      @Nullable String what,
      @Nullable String deviceId) {
    this(from, until, who, what, deviceId, null);
  }
}
