package ai.cryox.backend.order;

import ai.cryox.core.audit.AuditEntry;
import java.time.Instant;
import java.util.Set;

/// The lines of the audit trail that tell of orders to a device.
public final class OrderTrail {
  private static final String APPLIED = "device.applied";

  /// A person told it.
  private static final Set<String> TOLD = Set.of("device.configure", "device.twin");

  private OrderTrail() {}

  /// By what the lines about a device's configuration are found.
  public static String subject(String deviceId) {
    return "configuration of " + deviceId;
  }

  /// That a device does what it was told.
  static AuditEntry applied(Instant at, String deviceId, String does) {
    return AuditEntry.done(at, deviceId, APPLIED, deviceId, "Does what it was told.")
        .about(subject(deviceId))
        .changing(null, does);
  }

  static boolean isApplied(AuditEntry line) {
    return line.what().equals(APPLIED);
  }

  static boolean isTold(AuditEntry line) {
    return TOLD.contains(line.what()) && line.outcome() == AuditEntry.Outcome.DONE;
  }
}
