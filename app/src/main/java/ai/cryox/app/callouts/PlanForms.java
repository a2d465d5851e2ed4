package ai.cryox.app.callouts;

import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Typed;
import ai.cryox.core.escalation.AlarmMatch;
import ai.cryox.core.escalation.DailyMail;
import ai.cryox.core.escalation.EscalationPolicy;
import ai.cryox.core.escalation.MuteSchedule;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.escalation.Roster;
import ai.cryox.core.escalation.WeeklyHours;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;

/// The forms of a plan's parts. FX thread only.
final class PlanForms {
  private final ScreenContext context;
  private final Messages messages;
  private final PlanDraft draft;
  private final Parts<Person> people;
  private final Parts<Roster> rosters;
  private final Parts<EscalationPolicy> policies;
  private final Parts<MuteSchedule> mutes;

  PlanForms(ScreenContext context, PlanDraft draft) {
    this.context = context;
    this.messages = context.messages();
    this.draft = draft;
    people =
        new Parts<>(
            messages,
            "people",
            this::somebody,
            Person::name,
            draft::persons,
            (one, onOne) -> new PersonForm(messages, one, onOne).node());
    rosters =
        new Parts<>(
            messages,
            "rosters",
            this::roster,
            Roster::name,
            draft::rosters,
            (one, onOne) -> new RosterForm(context, draft, one, onOne).node());
    policies =
        new Parts<>(
            messages,
            "policies",
            this::policy,
            EscalationPolicy::name,
            draft::policies,
            (one, onOne) -> new PolicyForm(context, draft, one, onOne).node());
    mutes =
        new Parts<>(
            messages,
            "mutes",
            this::mute,
            MuteSchedule::name,
            draft::mutes,
            (one, onOne) -> new MuteForm(context, draft, one, onOne).node());
  }

  /// A part of the plan, as the draft has it now.
  Node show(Part part) {
    return switch (part) {
      case PEOPLE -> {
        people.show(draft.plan().persons());
        BorderPane page = new BorderPane(people.node());
        page.setBottom(last());
        yield page;
      }
      case ROSTERS -> {
        rosters.show(draft.plan().rosters());
        yield rosters.node();
      }
      case POLICIES -> {
        policies.show(draft.plan().policies());
        yield policies.node();
      }
      default -> {
        mutes.show(draft.plan().mutes());
        yield mutes.node();
      }
    };
  }

  /// One more of what a part of the plan lists.
  void add(Part part) {
    switch (part) {
      case PEOPLE -> people.add();
      case ROSTERS -> rosters.add();
      case POLICIES -> policies.add();
      case MUTES -> mutes.add();
      case CHANNELS, SENT -> throw new IllegalArgumentException(part + " is no part of a plan.");
    }
  }

  /// Who is called when a step finds nobody, and who gets the daily mail.
  private Node last() {
    PeopleNames names = new PeopleNames(draft, messages);
    String fallback = messages.text("callouts.fallback");
    DailyMail daily = draft.plan().daily();
    String at = messages.text("callouts.dailyAt");
    Field<LocalTime> time = new Field<>(at, Typed::time, messages.text("callouts.noTime", at));
    time.with(daily.at().toString()).wide(64);
    time.onChange(typed -> {
      draft.nonsense(time, typed == null ? time.hint() : null);
      if (typed != null) {
        DailyMail now = draft.plan().daily();
        draft.daily(new DailyMail(typed, now.zone(), now.personIds()));
      }
    });
    String mail = messages.text("callouts.daily");
    Several<String> readers =
        names.several(
            mail,
            daily.personIds(),
            ids -> {
              DailyMail now = draft.plan().daily();
              draft.daily(new DailyMail(now.at(), now.zone(), List.copyOf(ids)));
            });
    FlowPane row =
        new FlowPane(
            24,
            8,
            Nodes.row(
                8,
                Nodes.label(fallback, "muted"),
                names.one(
                    fallback,
                    messages.text("callouts.managers", new RoleName(messages).word(Person.MANAGER)),
                    draft.plan().fallback(),
                    draft::fallback)),
            Nodes.row(
                8,
                Nodes.label(mail, "muted"),
                readers.node(),
                Nodes.label(at, "muted"),
                time.node()));
    row.getStyleClass().add("panel");
    BorderPane.setMargin(row, new Insets(12, 0, 0, 0));
    return row;
  }

  private Person somebody() {
    String id = free("person", one -> draft.plan().person(one).isPresent());
    return new Person(id, messages.text("callouts.newPerson"), "", "en", Map.of());
  }

  private Roster roster() {
    String id =
        free(
            "roster",
            one -> draft.plan().rosters().stream().anyMatch(r -> r.rosterId().equals(one)));
    return new Roster(
        id,
        messages.text("callouts.newRoster"),
        context.units().zone(),
        List.of(),
        List.of(),
        null);
  }

  private EscalationPolicy policy() {
    String id = free("policy", one -> draft.plan().policy(one).isPresent());
    return new EscalationPolicy(
        id, messages.text("callouts.newPolicy"), AlarmMatch.ANY, List.of(), false);
  }

  private MuteSchedule mute() {
    return new MuteSchedule(
        messages.text("callouts.newMute"),
        AlarmMatch.ANY,
        Set.of(),
        context.units().zone(),
        WeeklyHours.always());
  }

  private static String free(String like, Predicate<String> taken) {
    for (int i = 1; ; i++) {
      String id = like + "-" + i;
      if (!taken.test(id)) {
        return id;
      }
    }
  }
}
