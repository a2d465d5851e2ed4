package ai.cryox.core.ledger;

import java.time.Instant;

/// A checkpoint of the ledger whose moment somebody else confirmed.
///
/// @param size how many leaves it speaks of
/// @param note as it was signed
/// @param authority who confirmed it
/// @param at when, by that one's clock, whole milliseconds
/// @param token the confirmation, RFC 3161, DER
public record StoredStamp(long size, String note, String authority, Instant at, byte[] token) {}
