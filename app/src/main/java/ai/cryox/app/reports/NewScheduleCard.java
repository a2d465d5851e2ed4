package ai.cryox.app.reports;

import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.PlaceName;
import ai.cryox.core.device.Device;
import ai.cryox.core.escalation.CalloutPlan;
import ai.cryox.core.escalation.ChannelKind;
import ai.cryox.core.escalation.Person;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.report.Cadence;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSchedule;
import ai.cryox.core.report.ReportTiming;
import ai.cryox.core.report.ScheduleOrder;
import ai.cryox.core.report.Schedules;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Asks which report is to be made by itself, when, and who gets it. FX thread only.
final class NewScheduleCard {
  private static final double WIDTH = 620;
  private static final double TIME_WIDTH = 90;

  private final ScreenContext context;
  private final Messages messages;
  private final Schedules schedules;
  private final Consumer<ReportSchedule> onAdded;
  private final ComboBox<ReportKind> kind = new ComboBox<>();
  private final ComboBox<String> facility = new ComboBox<>();
  private final ComboBox<String> unit = new ComboBox<>();
  private final ComboBox<Cadence> cadence = new ComboBox<>();
  private final ComboBox<Integer> day = new ComboBox<>();
  private final Field<LocalTime> at;
  private final FlowPane people = Nodes.flow();
  private final Map<String, CheckBox> ticked = new LinkedHashMap<>();
  private final Label trouble = Nodes.trouble();
  private final Button add;

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
    choice(kind, "schedule-kind", "reports.kind", one -> messages.of("reportkind", one));
    choice(facility, "schedule-facility", "reports.facility", PlaceName::of);
    choice(unit, "schedule-unit", "reports.unit", this::unitName);
    choice(cadence, "schedule-cadence", "schedule.cadence", one -> messages.of("cadence", one));
    choice(
        day,
        "schedule-day",
        "schedule.day",
        one ->
            cadence.getValue() == Cadence.WEEKLY
                ? words.day(one)
                : one == 0 ? messages.text("schedule.everyDay") : Integer.toString(one));
    kind.getItems().setAll(ReportKind.values());
    cadence.getItems().setAll(Cadence.values());
    facility
        .getItems()
        .setAll(
            context.session().live().latest().devices().stream()
                .map(live -> live.device().facilityId())
                .distinct()
                .sorted()
                .toList());
    facility.valueProperty().addListener((_, _, _) -> offerUnits());
    cadence.valueProperty().addListener((_, _, chosen) -> offerDays(chosen));
    kind.valueProperty().addListener((_, _, _) -> check());
    unit.valueProperty().addListener((_, _, _) -> check());
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

  private <T> void choice(ComboBox<T> box, String id, String key, Function<T, String> words) {
    box.setId(id);
    box.setAccessibleText(messages.text(key));
    box.setMinWidth(Nodes.CHOICE_WIDTH);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String name) {
            throw new UnsupportedOperationException("chosen, not typed");
          }
        });
  }

  private String unitName(String deviceId) {
    return deviceId.isEmpty()
        ? messages.text("reports.allUnits")
        : context
            .session()
            .live()
            .latest()
            .device(deviceId)
            .map(live -> live.device().name() + " · " + deviceId)
            .orElse(deviceId);
  }

  /// Opens the card.
  void open() {
    if (facility.getItems().isEmpty()) {
      context.frame().say(messages.text("reports.noFacility"));
      return;
    }
    kind.setValue(ReportKind.PERIOD);
    facility.setValue(facility.getItems().getFirst());
    cadence.setValue(Cadence.MONTHLY);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    Form form =
        new Form()
            .add(messages.text("reports.kind"), kind)
            .add(messages.text("reports.facility"), facility)
            .add(messages.text("reports.unit"), unit)
            .add(messages.text("schedule.cadence"), cadence)
            .add(messages.text("schedule.day"), day)
            .add(messages.text("schedule.at"), at.node())
            .add(messages.text("schedule.people"), people);
    Card card =
        new Card(messages.text("schedule.new"), WIDTH)
            .add(form.node())
            .text(messages.text("schedule.zoneHint"))
            .add(trouble)
            .buttons(cancel, add);
    context.frame().openCard(card.node(), kind);
    people.getChildren().setAll(Nodes.label(messages.text("schedule.nobody"), "muted"));
    context
        .background()
        .call(() -> context.session().callouts().plan(), this::offer, trouble::setText);
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
    if (!ticked.isEmpty()) {
      people.getChildren().setAll(ticked.values());
    }
  }

  private void offerUnits() {
    List<String> units =
        context.session().live().latest().devices().stream()
            .map(DeviceLive::device)
            .filter(device -> device.facilityId().equals(facility.getValue()))
            .sorted(Comparator.comparing(Device::name))
            .map(Device::deviceId)
            .toList();
    unit.getItems().setAll("");
    unit.getItems().addAll(units);
    unit.setValue("");
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
    add.setDisable(problem != null);
  }

  private @Nullable String problem() {
    ReportKind wanted = kind.getValue();
    boolean none = unit.getValue() == null || unit.getValue().isEmpty();
    if (wanted != null && wanted.isOfOneUnit() && none) {
      return messages.text("reports.needsUnit");
    }
    return at.value() == null ? messages.text("schedule.atHint") : null;
  }

  private void add() {
    LocalTime time = at.value();
    String only = unit.getValue();
    if (problem() != null || time == null) {
      return;
    }
    ScheduleOrder order =
        new ScheduleOrder(
            kind.getValue(),
            facility.getValue(),
            only == null || only.isEmpty() ? null : only,
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
              onAdded.accept(added);
            },
            sentence -> Nodes.say(trouble, sentence));
  }
}
