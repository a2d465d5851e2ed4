package ai.cryox.backend.escalation;

import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Channels;
import ai.cryox.core.escalation.DailyMail;
import ai.cryox.core.escalation.Person;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.function.Consumer;

/// When the daily mail is next due. It follows from the plan; a mail that fell due while the
/// backend was off does not come, which is what it is there for. Belongs to the pipeline's thread.
final class DailyMessages {
  private Instant next;

  DailyMessages(DailyMail wanted, Instant now) {
    next = after(wanted, now);
  }

  void plan(DailyMail wanted, Instant now) {
    next = after(wanted, now);
  }

  private static Instant after(DailyMail wanted, Instant now) {
    ZonedDateTime local = now.atZone(wanted.zone());
    Instant today = local.toLocalDate().atTime(wanted.at()).atZone(wanted.zone()).toInstant();
    return today.isAfter(now)
        ? today
        : local.toLocalDate().plusDays(1).atTime(wanted.at()).atZone(wanted.zone()).toInstant();
  }

  /// @param say called for each person who is to get it now
  void due(CalloutPlan plan, Channels channels, Instant now, Consumer<Person> say) {
    if (next.isAfter(now)) {
      return;
    }
    next = after(plan.daily(), now);
    if (channels.email().enabled()) {
      plan.daily().personIds().stream()
          .flatMap(id -> plan.person(id).stream())
          .filter(person -> person.address(ChannelKind.EMAIL) != null)
          .forEach(say);
    }
  }
}
