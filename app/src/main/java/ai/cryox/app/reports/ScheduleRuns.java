package ai.cryox.app.reports;

import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Refilled;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.TextColumn;
import ai.cryox.app.text.Messages;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.Scheduled;
import ai.cryox.core.report.StoredReport;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What became of one schedule so far: its reports, newest first, those that were given up with the
/// reason. FX thread only.
final class ScheduleRuns {
  private static final int MOST = 50;
  private static final double HEIGHT = 180;

  private final ScreenContext context;
  private final Messages messages;
  private final ScheduleWords words;
  private final ObservableList<StoredReport> rows = FXCollections.observableArrayList();
  private final TableView<StoredReport> table = new TableView<>(rows);
  private final Refilled<StoredReport> list;
  private final Label placeholder = Nodes.empty("");
  private final Label title;
  private final Button open;
  private final Consumer<StoredReport> opened;
  private final VBox root;
  private @Nullable Scheduled shown;
  private int reading;

  /// @param opened is told which report is to be looked at
  ScheduleRuns(ScreenContext context, Consumer<StoredReport> opened) {
    this.context = context;
    this.messages = context.messages();
    this.words = new ScheduleWords(context.units());
    this.opened = opened;
    title = Nodes.label(messages.text("schedule.runs"), "panel-title");
    open = Nodes.button(messages.text("schedule.open"), "", this::open);
    open.setId("schedule-open");
    open.setDisable(true);
    table.setId("schedule-runs");
    table.setFixedCellSize(32);
    table.setPrefHeight(HEIGHT);
    table.setAccessibleText(messages.text("schedule.runs"));
    table.setPlaceholder(placeholder);
    column("schedule.runAt", 130, one -> context.units().dayTime(one.begunAt()));
    column("schedule.runOf", 250, new ReportWords(context.units())::period);
    column("schedule.runReport", 210, StoredReport::reportId);
    column("schedule.runOutcome", 300, one -> words.outcome(one, shown));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    list = new Refilled<>(table, StoredReport::reportId, row -> open.setDisable(row == null));
    table.setOnMouseClicked(click -> {
      if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
        open();
      }
    });
    table.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        key.consume();
        open();
      }
    });
    root = new VBox(8, title, table);
    show(null);
  }

  Node node() {
    return root;
  }

  /// Has the report that is selected looked at.
  Button button() {
    return open;
  }

  /// Shows what became of a schedule, or nothing.
  void show(@Nullable Scheduled schedule) {
    int mine = ++reading;
    boolean isOther =
        schedule == null
            || shown == null
            || !schedule.schedule().scheduleId().equals(shown.schedule().scheduleId());
    shown = schedule;
    if (isOther) {
      list.fill(List.of());
    }
    if (schedule == null) {
      placeholder.setText("");
      return;
    }
    placeholder.setText(messages.text("schedule.runsReading"));
    ReportQuery query = ReportQuery.ofSchedule(schedule.schedule().scheduleId());
    context
        .background()
        .call(
            () -> context.session().reports().list(query, PageRequest.first(MOST)).items(),
            all -> {
              if (mine == reading) {
                fill(all);
              }
            },
            trouble -> {
              if (mine == reading) {
                list.fill(List.of());
                placeholder.setText(trouble);
              }
            });
  }

  private void fill(List<StoredReport> all) {
    list.fill(all);
    // Why the one under way failed is said by its schedule.
    table.refresh();
    placeholder.setText(messages.text("schedule.runsNone"));
  }

  private void open() {
    StoredReport row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      opened.accept(row);
    }
  }

  private void column(String key, double width, Function<StoredReport, String> cell) {
    table.getColumns().add(TextColumn.of(messages.text(key), width, cell));
  }
}
