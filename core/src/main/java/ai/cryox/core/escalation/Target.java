package ai.cryox.core.escalation;

/// Whom a step of a policy calls.
public sealed interface Target {
  /// Whoever is on call by a roster at that moment.
  record OnCall(String rosterId) implements Target {}

  /// Everybody in a role.
  record InRole(String role) implements Target {}

  /// One person.
  record One(String personId) implements Target {}
}
