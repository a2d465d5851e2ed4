package ai.cryox.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit trail.
///
/// @param at when, by the backend's clock; of several occurrences the last
/// @param who a person's name, or the client id that was claimed
/// @param what was done or tried, such as `device.connect`
/// @param deviceId the device it was about, or `null`
/// @param address the IP address it came from; `null` = from this machine's own people
/// @param outcome how it ended
/// @param occurrences how many times, at least 1: repetitions are counted, not listed
/// @param detail one sentence; never a secret
public record AuditEntry(
    Instant at,
    String who,
    String what,
    @Nullable String deviceId,
    @Nullable String address,
    Outcome outcome,
    int occurrences,
    String detail) {
  /// How it ended.
  public enum Outcome {
    /// It was done.
    DONE,
    /// It was not let happen.
    REFUSED
  }

  /// What a person did here.
  public static AuditEntry done(
      Instant at, String who, String what, @Nullable String deviceId, String detail) {
    return new AuditEntry(at, who, what, deviceId, null, Outcome.DONE, 1, detail);
  }
}
