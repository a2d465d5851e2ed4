package ai.cryox.core.escalation;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// A mail each day that says whether all is well, so that its absence is noticed too.
///
/// @param at when, by the wall clock of the zone
/// @param personIds who gets it; nobody = it is not wanted
public record DailyMail(LocalTime at, ZoneId zone, List<String> personIds) {
  public DailyMail {
    personIds = List.copyOf(personIds);
  }
}
