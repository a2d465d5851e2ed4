package ai.cryox.core.escalation;

import java.util.List;

/// Who is on call in which hours.
///
/// @param hours by the wall clock of the roster's time zone
/// @param personIds all are called at once
public record Shift(WeeklyHours hours, List<String> personIds) {
  public Shift {
    personIds = List.copyOf(personIds);
  }
}
