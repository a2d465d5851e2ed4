package ai.cryox.core.excursion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which excursions are wanted, newest first: those that lasted at some time in `from` ≤ time <
/// `until`.
///
/// @param facilityId only of this facility, or `null` for any
/// @param deviceId only of this device, or `null` for any
public record ExcursionQuery(
    @Nullable String facilityId, @Nullable String deviceId, Instant from, Instant until) {}
