package ai.cryox.app.reports;

import ai.cryox.app.reports.Period.Stretch;
import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Field;
import ai.cryox.app.screen.Form;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Asks which report is wanted. FX thread only.
final class NewReportCard {
  private static final double WIDTH = 620;
  private static final double DATE_WIDTH = 130;

  private final ScreenContext context;
  private final Messages messages;
  private final Consumer<ReportOrder> onOrder;
  private final SubjectChoice subject;
  private final ComboBox<Period> period = new ComboBox<>();
  private final Field<LocalDate> first;
  private final Field<LocalDate> last;
  private final Label trouble = Nodes.trouble();
  private final Button make;
  private final Label clock = Nodes.label("", "card-text");

  /// By whose wall clock days are read: the facility's, once it is known.
  private ZoneId zone;

  private boolean asking;

  /// @param onOrder told what is wanted
  NewReportCard(ScreenContext context, Consumer<ReportOrder> onOrder) {
    this.context = context;
    this.messages = context.messages();
    this.onOrder = onOrder;
    zone = context.units().zone();
    clock.setId("report-clock");
    clock.setWrapText(true);
    first = date("report-first", "reports.firstDay");
    last = date("report-last", "reports.lastDay");
    make = Nodes.button(messages.text("reports.make"), messages.key("Enter"), this::order);
    make.getStyleClass().add("primary");
    make.setDefaultButton(true);
    make.setId("report-make");
    subject = new SubjectChoice(context, "report", this::check);
    SubjectChoice.name(
        period,
        "report-period",
        messages.text("reports.period"),
        one -> messages.of("period", one));
    period.getItems().setAll(Period.values());
    subject.onFacility(this::askForClock);
    period.valueProperty().addListener((_, _, chosen) -> fill(chosen));
    first.onChange(_ -> check());
    last.onChange(_ -> check());
  }

  private Field<LocalDate> date(String id, String key) {
    Field<LocalDate> field =
        new Field<LocalDate>(
                messages.text(key), NewReportCard::parse, messages.text("reports.dateHint"))
            .wide(DATE_WIDTH);
    field.node().setId(id);
    return field;
  }

  private static @Nullable LocalDate parse(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException nonsense) {
      return null;
    }
  }

  /// Opens the card with something chosen already.
  ///
  /// @param facilityId `null` = the first
  /// @param deviceId `null` = all units
  void open(ReportKind wanted, @Nullable String facilityId, @Nullable String deviceId) {
    open(wanted, facilityId, deviceId, null);
  }

  /// The same with a period.
  void open(
      ReportKind wanted,
      @Nullable String facilityId,
      @Nullable String deviceId,
      @Nullable Stretch stretch) {
    if (subject.isEmpty()) {
      context.frame().say(messages.text("reports.noFacility"));
      return;
    }
    subject.choose(wanted, facilityId, deviceId);
    period.setValue(stretch == null ? Period.YESTERDAY : Period.DATES);
    if (stretch != null) {
      fill(stretch);
    }
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    cancel.setCancelButton(true);
    Form form = new Form();
    subject.addTo(form);
    form.add(messages.text("reports.period"), period)
        .add(messages.text("reports.firstDay"), first.node())
        .add(messages.text("reports.lastDay"), last.node());
    Card card =
        new Card(messages.text("reports.new"), WIDTH)
            .add(form.node())
            .add(clock)
            .add(trouble)
            .buttons(cancel, make);
    context.frame().openCard(card.node(), subject.first());
    check();
  }

  /// Where the facility's clock cannot be asked for, this console's holds. Nothing is ordered
  /// before it is known whose days are meant.
  private void askForClock(@Nullable String facilityId) {
    goBy(context.units().zone());
    asking = facilityId != null;
    if (facilityId == null) {
      return;
    }
    clock.setText(messages.text("screen.reading"));
    check();
    context
        .background()
        .call(
            () -> context.session().reports().letterhead(facilityId).zone(),
            theirs -> {
              if (facilityId.equals(subject.facility())) {
                asking = false;
                goBy(theirs);
                check();
              }
            },
            sentence -> {
              context.frame().say(sentence);
              if (facilityId.equals(subject.facility())) {
                asking = false;
                goBy(context.units().zone());
                check();
              }
            });
  }

  private void goBy(ZoneId wall) {
    LocalDate from = first.value();
    zone = wall;
    clock.setText(messages.text("reports.zoneHint", wall.getId()));
    if (from != null && period.getValue() != null) {
      fill(period.getValue());
    }
  }

  private void fill(Period chosen) {
    if (chosen != Period.DATES) {
      fill(chosen.at(context.clock().instant(), zone));
    }
    boolean typed = chosen == Period.DATES;
    first.node().setDisable(!typed);
    last.node().setDisable(!typed);
    check();
  }

  private void fill(Stretch stretch) {
    first.with(LocalDate.ofInstant(stretch.from(), zone).toString());
    last.with(LocalDate.ofInstant(stretch.until().minusMillis(1), zone).toString());
  }

  private void check() {
    String problem = problem();
    Nodes.say(trouble, problem == null ? "" : problem);
    make.setDisable(asking || problem != null);
  }

  private @Nullable String problem() {
    LocalDate from = first.value();
    LocalDate until = last.value();
    if (from == null || until == null) {
      return messages.text("reports.dateHint");
    }
    if (until.isBefore(from)) {
      return messages.text("reports.inverted");
    }
    return subject.problem();
  }

  private void order() {
    LocalDate from = first.value();
    LocalDate until = last.value();
    if (asking || problem() != null || from == null || until == null) {
      return;
    }
    Stretch stretch =
        period.getValue() == Period.THIS_MONTH
            ? Period.THIS_MONTH.at(context.clock().instant(), zone)
            : Stretch.days(from, until, zone);
    onOrder.accept(
        new ReportOrder(
            subject.kind(), subject.facility(), subject.unit(), stretch.from(), stretch.until()));
  }
}
