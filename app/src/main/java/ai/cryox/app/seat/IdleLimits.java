package ai.cryox.app.seat;

import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.time.Duration;

/// How long nobody may touch the console before it asks for the password again.
///
/// @param usual for whoever may change more than alarms; zero = never
/// @param operators for those who only watch and answer alarms, from across the room at times; zero
///   = never
public record IdleLimits(Duration usual, Duration operators) {
  /// A quarter of an hour; operators stay signed in for their shift.
  public static final IdleLimits USUAL = new IdleLimits(Duration.ofMinutes(15), Duration.ZERO);

  /// For somebody with these roles; zero = never.
  public Duration of(Grants grants) {
    boolean onlyAlarms =
        grants.all().stream()
            .allMatch(grant -> grant.role() == Role.OPERATOR || grant.role() == Role.WATCHER);
    return onlyAlarms ? operators : usual;
  }
}
