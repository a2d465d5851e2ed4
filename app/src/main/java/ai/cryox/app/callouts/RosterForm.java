package ai.cryox.app.callouts;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.core.escalation.Holiday;
import ai.cryox.core.escalation.Roster;
import ai.cryox.core.escalation.Shift;
import ai.cryox.core.escalation.WeeklyHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/// One roster: its shifts in a week, holidays, deputy, and who is on call in each hour by that. FX
/// thread only.
final class RosterForm {
  private final ScreenContext context;
  private final Messages messages;
  private final PlanDraft draft;
  private final PeopleNames people;
  private final Consumer<Roster> onChange;
  private final WeekGrid grid;
  private final Form form = new Form();
  private Roster roster;

  RosterForm(ScreenContext context, PlanDraft draft, Roster roster, Consumer<Roster> onChange) {
    this.context = context;
    this.messages = context.messages();
    this.draft = draft;
    this.roster = roster;
    this.onChange = onChange;
    people = new PeopleNames(draft, messages);
    grid = new WeekGrid(context.units(), context.palette(), people::of);
    TextField name = new TextField(roster.name());
    name.textProperty().addListener((_, _, text) -> named(text.trim()));
    Field<ZoneId> zone = zone();
    form.add(messages.text("profile.name"), name);
    form.add(messages.text("callouts.zone"), zone.node());
    String deputy = messages.text("roster.deputy");
    form.add(
        deputy,
        people.one(deputy, messages.text("callouts.nobody"), roster.deputy(), this::deputy));
    form.heading(messages.text("roster.week")).wide(grid.node());
    form.heading(messages.text("roster.shifts")).wide(shifts());
    form.heading(messages.text("roster.holidays")).wide(holidays());
    grid.show(roster, context.clock().instant());
  }

  Node node() {
    return form.node();
  }

  private Field<ZoneId> zone() {
    String name = messages.text("callouts.zone");
    Field<ZoneId> zone = new Field<>(name, Zones::of, messages.text("callouts.noZone"));
    zone.with(roster.zone().getId());
    zone.onChange(typed -> {
      draft.nonsense(zone, typed == null ? zone.hint() : null);
      if (typed != null) {
        zoned(typed);
      }
    });
    return zone;
  }

  private Node shifts() {
    return new Rows<>(
            messages,
            messages.text("roster.addShift"),
            roster.shifts(),
            () -> new Shift(WeeklyHours.always(), List.of()),
            this::shifted,
            this::shift)
        .node();
  }

  private Node shift(Shift shift, Consumer<Shift> onShift) {
    var now =
        new Object() {
          private Shift value = shift;
        };
    HoursFields hours =
        new HoursFields(
            messages,
            draft,
            shift.hours(),
            changed -> {
              now.value = new Shift(changed, now.value.personIds());
              onShift.accept(now.value);
            });
    Several<String> who =
        people.several(
            messages.text("roster.people"),
            shift.personIds(),
            ids -> {
              now.value = new Shift(now.value.hours(), List.copyOf(ids));
              onShift.accept(now.value);
            });
    return Nodes.flow(hours.node(), who.node());
  }

  private Node holidays() {
    return new Rows<>(
            messages,
            messages.text("roster.addHoliday"),
            roster.holidays(),
            this::nextDay,
            this::holidays,
            this::holiday)
        .node();
  }

  private Holiday nextDay() {
    LocalDate tomorrow = context.clock().instant().atZone(roster.zone()).toLocalDate().plusDays(1);
    return new Holiday(tomorrow, "", List.of());
  }

  private Node holiday(Holiday holiday, Consumer<Holiday> onHoliday) {
    var now =
        new Object() {
          private Holiday value = holiday;
        };
    String what = messages.text("roster.date");
    Field<LocalDate> date = new Field<>(what, Typed::day, messages.text("roster.noDate"));
    date.with(holiday.date().toString()).wide(110);
    date.onChange(day -> {
      draft.nonsense(date, day == null ? date.hint() : null);
      if (day != null) {
        now.value = new Holiday(day, now.value.name(), now.value.personIds());
        onHoliday.accept(now.value);
      }
    });
    TextField name = new TextField(holiday.name());
    name.setPromptText(messages.text("profile.name"));
    name.textProperty()
        .addListener((_, _, text) -> {
          now.value = new Holiday(now.value.date(), text.trim(), now.value.personIds());
          onHoliday.accept(now.value);
        });
    Several<String> who =
        people.several(
            messages.text("roster.people"),
            holiday.personIds(),
            ids -> {
              now.value = new Holiday(now.value.date(), now.value.name(), List.copyOf(ids));
              onHoliday.accept(now.value);
            });
    return Nodes.row(8, date.node(), name, who.node());
  }

  private void named(String name) {
    take(name, roster.zone(), roster.shifts(), roster.holidays(), roster.deputy());
  }

  private void zoned(ZoneId zone) {
    take(roster.name(), zone, roster.shifts(), roster.holidays(), roster.deputy());
  }

  private void shifted(List<Shift> shifts) {
    take(roster.name(), roster.zone(), shifts, roster.holidays(), roster.deputy());
  }

  private void holidays(List<Holiday> holidays) {
    take(roster.name(), roster.zone(), roster.shifts(), holidays, roster.deputy());
  }

  private void deputy(@Nullable String personId) {
    take(roster.name(), roster.zone(), roster.shifts(), roster.holidays(), personId);
  }

  private void take(
      String name,
      ZoneId zone,
      List<Shift> shifts,
      List<Holiday> holidays,
      @Nullable String deputy) {
    roster = new Roster(roster.rosterId(), name, zone, shifts, holidays, deputy);
    grid.show(roster, context.clock().instant());
    onChange.accept(roster);
  }
}
