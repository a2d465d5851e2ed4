package ai.cryox.core.escalation;

import java.time.LocalDate;
import java.util.List;

/// A day, from midnight to midnight, on which other people are on call than the shifts say.
///
/// @param name for people; may be empty
/// @param personIds nobody stands for the roster's deputy
public record Holiday(LocalDate date, String name, List<String> personIds) {
  public Holiday {
    personIds = List.copyOf(personIds);
  }
}
