package ai.cryox.backend.report;

import ai.cryox.core.classify.StorageProfile;
import java.time.Instant;

/// Other limits came into force for a unit within the period.
///
/// @param at when that was decided; of old records, when the next reading could have come
/// @param who decided it; empty if that is not known, or the device itself
record LimitsTurn(Instant at, StorageProfile before, StorageProfile after, String who) {}
