package ai.cryox.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which lines of the audit trail are wanted, newest first: `from` ≤ at < `until`.
///
/// @param who only what this person or client did, or `null` for any
/// @param what only this or what begins with it and a dot (`device` for `device.add`), or `null`
/// @param deviceId only about this device, or `null` for any
public record AuditQuery(
    Instant from,
    Instant until,
    @Nullable String who,
    @Nullable String what,
    @Nullable String deviceId) {}
