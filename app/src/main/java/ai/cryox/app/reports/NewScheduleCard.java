package ai.cryox.app.reports;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Schedules;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/// Asks which report is to be made by itself, when, and who gets it. Nothing is added before it is
/// known who could get it. FX thread only.
final class NewScheduleCard {
  private static final double WIDTH = 620;
  private static final double TIME_WIDTH = 90;

  private final ScreenContext context;
  private final Messages messages;
  private final Schedules schedules;
  private final Consumer<ReportSchedule> onAdded;
  private final SubjectChoice subject;
  private final ComboBox<Cadence> cadence = new ComboBox<>();
  private final ComboBox<Integer> day = new ComboBox<>();
  private final Field<LocalTime> at;
  private final FlowPane people = Nodes.flow();
  private final Map<String, CheckBox> ticked = new LinkedHashMap<>();
  private final Label trouble = Nodes.trouble();
  private final Button add;
  private boolean ready;

  /// @param onAdded told what was added
  NewScheduleCard(ScreenContext context, Schedules schedules, Consumer<ReportSchedule> onAdded) {
    this.context = context;
    this.messages = context.messages();
    this.schedules = schedules;
    this.onAdded = onAdded;
    at =
        new Field<LocalTime>(
                messages.text("schedule.at"),
                NewScheduleCard::time,
                messages.text("schedule.atHint"))
            .wide(TIME_WIDTH)
            .with("06:00");
    at.node().setId("schedule-at");
    trouble.setId("schedule-new-trouble");
    add = Nodes.button(messages.text("schedule.add"), messages.key("Enter"), this::add);
    add.getStyleClass().add("primary");
    add.setDefaultButton(true);
    add.setId("schedule-save");
    ScheduleWords words = new ScheduleWords(context.units());
    subject = new SubjectChoice(context, "schedule", this::check);
    SubjectChoice.name(
        cadence,
        "schedule-cadence",
        messages.text("schedule.cadence"),
        one -> messages.of("cadence", one));
    SubjectChoice.name(
        day,
        "schedule-day",
        messages.text("schedule.day"),
        one ->
            cadence.getValue() == Cadence.WEEKLY
                ? words.day(one)
                : one == 0 ? messages.text("schedule.everyDay") : Integer.toString(one));
    cadence.getItems().setAll(Cadence.values());
    cadence.valueProperty().addListener((_, _, chosen) -> offerDays(chosen));
    day.valueProperty().addListener((_, _, _) -> check());
    at.onChange(_ -> check());
  }

  private static @Nullable LocalTime time(String text) {
    try {
      return LocalTime.parse(text.strip());
    } catch (DateTimeException nonsense) {
      return null;
    }
  }

  /// Opens the card.
  void open() {
    if (subject.isEmpty()) {
      context.frame().say(messages.text("reports.noFacility"));
      return;
    }
    subject.choose(ReportKind.PERIOD, null, null);
    cadence.setValue(Cadence.MONTHLY);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    Form form = new Form();
    subject.addTo(form);
    form.add(messages.text("schedule.cadence"), cadence)
        .add(messages.text("schedule.day"), day)
        .add(messages.text("schedule.at"), at.node())
        .add(messages.text("schedule.people"), people);
    Card card =
        new Card(messages.text("schedule.new"), WIDTH)
            .add(form.node())
            .text(messages.text("schedule.zoneHint"))
            .add(trouble)
            .buttons(cancel, add);
    context.frame().openCard(card.node(), subject.first());
    people.getChildren().setAll(Nodes.label(messages.text("screen.reading"), "muted"));
    context
        .background()
        .call(
            () -> context.session().callouts().plan(),
            this::offer,
            sentence -> ready(Nodes.label(sentence, "muted")));
    check();
  }

  private void offer(CalloutPlan plan) {
    for (Person person : plan.persons()) {
      if (person.address(ChannelKind.EMAIL) != null) {
        CheckBox box = new CheckBox(person.name());
        box.setId("schedule-person-" + person.personId());
        ticked.put(person.personId(), box);
      }
    }
    ready(
        ticked.isEmpty()
            ? new Node[] {Nodes.label(messages.text("schedule.nobody"), "muted")}
            : ticked.values().toArray(Node[]::new));
  }

  private void ready(Node... who) {
    people.getChildren().setAll(who);
    ready = true;
    check();
  }

  private void offerDays(Cadence chosen) {
    day.getItems()
        .setAll(IntStream.rangeClosed(chosen.firstDay(), chosen.lastDay()).boxed().toList());
    day.setValue(chosen.firstDay());
    day.setDisable(chosen == Cadence.DAILY);
  }

  private void check() {
    String problem = problem();
    Nodes.say(trouble, problem == null ? "" : problem);
    add.setDisable(!ready || problem != null);
  }

  private @Nullable String problem() {
    String problem = subject.problem();
    if (problem != null) {
      return problem;
    }
    return at.value() == null ? messages.text("schedule.atHint") : null;
  }

  private void add() {
    LocalTime time = at.value();
    if (!ready || problem() != null || time == null) {
      return;
    }
    ready = false;
    check();
    ScheduleOrder order =
        new ScheduleOrder(
            subject.kind(),
            subject.facility(),
            subject.unit(),
            new ReportTiming(cadence.getValue(), day.getValue(), time),
            ticked.entrySet().stream()
                .filter(one -> one.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList());
    context
        .background()
        .call(
            () -> schedules.add(order),
            added -> {
              context
                  .frame()
                  .say(
                      messages.text(
                          "schedule.added",
                          added.scheduleId(),
                          context.units().dayTime(added.nextAt())));
              if (add.getScene() != null) {
                onAdded.accept(added);
              }
            },
            sentence -> {
              ready = true;
              check();
              context.frame().refuse(trouble, sentence);
            });
  }
}
