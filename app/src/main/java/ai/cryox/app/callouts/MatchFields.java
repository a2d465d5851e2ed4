package ai.cryox.app.callouts;

import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.PlaceName;
import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.AlarmMatch;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Which alarms are meant. FX thread only.
final class MatchFields {
  private final Consumer<AlarmMatch> onChange;
  private AlarmMatch match;

  private MatchFields(AlarmMatch match, Consumer<AlarmMatch> onChange) {
    this.match = match;
    this.onChange = onChange;
  }

  /// Adds the questions to a form.
  static void add(
      Form form, ScreenContext context, AlarmMatch match, Consumer<AlarmMatch> onChange) {
    MatchFields fields = new MatchFields(match, onChange);
    var messages = context.messages();
    String any = messages.text("callouts.any");
    String severity = messages.text("column.severity");
    form.add(
        severity,
        new Several<>(
                severity,
                List.of(Severity.CRITICAL, Severity.WARNING),
                match.severities(),
                one -> messages.of("severity", one),
                any,
                fields::severities)
            .node());
    String facility = messages.text("device.facility");
    form.add(
        facility,
        new Several<>(
                facility,
                facilities(context, match),
                match.facilityIds(),
                PlaceName::of,
                any,
                fields::facilities)
            .node());
    String condition = messages.text("column.condition");
    form.add(
        condition,
        new Several<>(
                condition,
                List.of(Condition.values()),
                match.conditions(),
                one -> messages.of("condition", one),
                any,
                fields::conditions)
            .node());
  }

  /// Those there are, and those that the match names although they are gone.
  private static List<String> facilities(ScreenContext context, AlarmMatch match) {
    TreeSet<String> ids = new TreeSet<>(match.facilityIds());
    context
        .session()
        .live()
        .latest()
        .devices()
        .forEach(live -> ids.add(live.device().facilityId()));
    return List.copyOf(ids);
  }

  private void severities(Set<Severity> chosen) {
    take(new AlarmMatch(chosen, match.facilityIds(), match.conditions()));
  }

  private void facilities(Set<String> chosen) {
    take(new AlarmMatch(match.severities(), chosen, match.conditions()));
  }

  private void conditions(Set<Condition> chosen) {
    take(new AlarmMatch(match.severities(), match.facilityIds(), chosen));
  }

  private void take(AlarmMatch next) {
    match = next;
    onChange.accept(next);
  }
}
