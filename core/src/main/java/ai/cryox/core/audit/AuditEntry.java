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
/// @param userId the lasting id of the person, since names are not unique; `null` for devices, the
///   backend itself, and who is not known
/// @param subject what else it was about: an account, a profile, a facility …; `null` if nothing
/// @param change what was there before and after; `null` if nothing was changed, or the detail says
///   it
/// @param why as the person put it; may be empty
public record AuditEntry(
    Instant at,
    String who,
    String what,
    @Nullable String deviceId,
    @Nullable String address,
    Outcome outcome,
    int occurrences,
    String detail,
    @Nullable String userId,
    @Nullable String subject,
    @Nullable Change change,
    String why) {
  /// How it ended.
  public enum Outcome {
    /// It was done.
    DONE,
    /// It was not let happen.
    REFUSED
  }

  /// What became of a value.
  ///
  /// @param before `null` if there was nothing
  /// @param after `null` if there is nothing any more
  public record Change(@Nullable String before, @Nullable String after) {}

  /// A line about a device or nothing in particular.
  public AuditEntry(
      Instant at,
      String who,
      String what,
      @Nullable String deviceId,
      @Nullable String address,
      Outcome outcome,
      int occurrences,
      String detail) {
    this(at, who, what, deviceId, address, outcome, occurrences, detail, null, null, null, "");
  }

  /// What a person did here.
  public static AuditEntry done(
      Instant at, String who, String what, @Nullable String deviceId, String detail) {
    return new AuditEntry(at, who, what, deviceId, null, Outcome.DONE, 1, detail);
  }

  /// What was not let happen.
  public static AuditEntry refused(Instant at, String who, String what, String detail) {
    return new AuditEntry(at, who, what, null, null, Outcome.REFUSED, 1, detail);
  }

  /// The same, done by this person from there.
  public AuditEntry by(@Nullable String person, @Nullable String from) {
    return new AuditEntry(
        at, who, what, deviceId, from, outcome, occurrences, detail, person, subject, change, why);
  }

  /// The same, about this.
  public AuditEntry about(@Nullable String other) {
    return new AuditEntry(
        at, who, what, deviceId, address, outcome, occurrences, detail, userId, other, change, why);
  }

  /// The same, with what was there before and after.
  public AuditEntry changing(@Nullable String before, @Nullable String after) {
    return new AuditEntry(
        at,
        who,
        what,
        deviceId,
        address,
        outcome,
        occurrences,
        detail,
        userId,
        subject,
        new Change(before, after),
        why);
  }

  /// The same, with the person's reason.
  public AuditEntry because(String reason) {
    return new AuditEntry(
        at,
        who,
        what,
        deviceId,
        address,
        outcome,
        occurrences,
        detail,
        userId,
        subject,
        change,
        reason.strip());
  }

  /// The same, having come so often.
  public AuditEntry times(int count) {
    return new AuditEntry(
        at, who, what, deviceId, address, outcome, count, detail, userId, subject, change, why);
  }
}
