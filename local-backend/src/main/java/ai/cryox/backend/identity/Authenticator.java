package ai.cryox.backend.identity;

import ai.cryox.core.identity.Principal;
import java.net.InetAddress;
import java.time.Duration;

/// What an endpoint asks of everybody who comes in. Port. Thread-safe; nothing blocks.
public interface Authenticator {
  /// How long to wait before a claim from this address is looked at: longer with every failure.
  Duration delayFor(InetAddress address);

  /// How long to wait before a claim is refused: the same for every kind of failure.
  Duration refusalDelay();

  /// Looks at a claim. A failure is counted and goes to the audit trail.
  Verdict check(Claim claim);

  /// Whether a device that came in may stay.
  boolean mayStay(Principal principal);

  /// Somebody spoke no MQTT or no TLS and never said who it is. Counted like a failed claim.
  ///
  /// @param detail one sentence
  void strange(InetAddress address, String detail);

  /// A device that came in did what it may not. Goes to the audit trail.
  ///
  /// @param what such as `device.publish`
  /// @param detail one sentence
  void violated(Principal principal, InetAddress address, String what, String detail);

  /// Runs the action whenever somebody may have lost the right to stay. Any thread may run it.
  void whenChanged(Runnable action);

  /// To be called about once a second: says what was counted and not yet written down.
  void settle();
}
