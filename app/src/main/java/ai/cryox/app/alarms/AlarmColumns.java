package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.alarm.Hold;
import ai.cryox.core.escalation.Escalation;
import java.time.Duration;
import java.time.Instant;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;

/// The columns of the alarm list, and which of them stand where there is little room. FX thread
/// only.
final class AlarmColumns {
  private final AlarmTable table;
  private final AlarmsModel model;
  private final AlarmWords words;
  private final TableColumn<AlarmRow, ?> limit;
  private final TableColumn<AlarmRow, ?> lasting;
  private final TableColumn<AlarmRow, ?> raised;
  private boolean narrow;

  /// @param name of the table
  /// @param zone the name of the time zone
  AlarmColumns(
      ObservableList<AlarmRow> rows,
      AlarmsModel model,
      AlarmWords words,
      String zone,
      String name) {
    this.model = model;
    this.words = words;
    Messages messages = words.units().messages();
    Units units = words.units();
    table = new AlarmTable(rows, words, name);
    table.column(
        messages.text("column.device"),
        130,
        190,
        (facts, _) -> words.subject(facts.alarm(), facts.live()));
    table.last().getStyleClass().add("bold");
    table.column(
        messages.text("column.condition"), 96, 124, (facts, _) -> words.condition(facts.alarm()));
    table.column(
        messages.text("column.value"),
        70,
        92,
        (facts, _) -> words.measured(facts.alarm().condition(), facts.value()));
    table.column(
        messages.text("column.limit"),
        70,
        84,
        (facts, _) -> words.measured(facts.alarm().condition(), facts.alarm().limit()));
    limit = table.last();
    table.column(
        messages.text("column.for"),
        90,
        96,
        (facts, now) -> units.duration(words.lasting(facts.alarm(), now)));
    lasting = table.last();
    table.column(
        messages.text("column.raised", zone),
        104,
        124,
        (facts, now) -> units.timeSince(facts.alarm().raisedAt(), now));
    raised = table.last();
    table.column(
        messages.text("column.state"),
        116,
        250,
        (facts, _) -> words.stateBesideSeverity(facts.alarm(), narrow));
    table.column(messages.text("column.next"), 94, 150, this::next);
  }

  /// Who is called next, or when it comes back from the shelf.
  private String next(AlarmRow.Facts facts, Instant now) {
    Hold hold = facts.alarm().hold();
    Instant until = hold == null ? null : hold.until();
    if (until != null && facts.alarm().state().isHeld()) {
      return words
          .units()
          .messages()
          .text("next.returns", words.units().countdown(Duration.between(now, until)));
    }
    Escalation escalation = model.escalation(facts.alarm().alarmId());
    String call = escalation == null ? "" : words.nextCall(escalation, now);
    return call.isEmpty() ? Units.NONE : call;
  }

  AlarmTable table() {
    return table;
  }

  /// Leaves out what the detail beside the table says as well.
  void narrow(boolean wanted) {
    narrow = wanted;
    limit.setVisible(!wanted);
    lasting.setVisible(!wanted);
    raised.setVisible(!wanted);
  }
}
