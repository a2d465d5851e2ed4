package ai.cryox.backend.store;

/// What a verification of the ledger met.
///
/// @param leaves of the ledger; 0 = there is none yet
/// @param checkpoints whose signature and root are right
/// @param signedLeaves how many leaves the newest of them speaks of
/// @param readings in chunks and in the log that are what was stored
/// @param chunks that are what was sealed
/// @param alarms transitions that are what they were
/// @param audits lines of the audit trail that are what they were
/// @param findings what is not
public record LedgerReport(
    long leaves,
    long checkpoints,
    long signedLeaves,
    long readings,
    long chunks,
    long alarms,
    long audits,
    long findings) {}
