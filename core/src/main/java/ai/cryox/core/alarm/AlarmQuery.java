package ai.cryox.core.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which alarms are wanted, active and past, newest raised first: raised in `from` ≤ time <
/// `until`.
///
/// @param facilityId only of this facility, or `null` for any
/// @param deviceId only of this device, or `null` for any
/// @param severity only those whose worst severity was this, or `null` for any
public record AlarmQuery(
    @Nullable String facilityId,
    @Nullable String deviceId,
    @Nullable Severity severity,
    Instant from,
    Instant until) {}
