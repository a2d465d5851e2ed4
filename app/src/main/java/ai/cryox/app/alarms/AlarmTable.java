package ai.cryox.app.alarms;

import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.text.Messages;
import ai.cryox.core.alarm.Alarm;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// The columns of an alarm list. FX thread only.
final class AlarmTable {
  private final FilteredList<AlarmRow> filtered;
  private final TableView<AlarmRow> table;
  private final TableColumn<AlarmRow, String> limit;

  AlarmTable(ObservableList<AlarmRow> rows, Messages messages, String zone, String name) {
    filtered = new FilteredList<>(rows);
    table = new TableView<>(filtered);
    table.setFixedCellSize(44);
    table.setId(name);
    table.setAccessibleText(messages.text("alarms." + name));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(severity(messages.text("column.severity")));
    column(messages.text("column.device"), 140, 176, AlarmRow::device).getStyleClass().add("bold");
    column(messages.text("column.condition"), 86, 96, AlarmRow::condition);
    column(messages.text("column.value"), 76, 84, AlarmRow::value);
    limit = column(messages.text("column.limit"), 58, 62, AlarmRow::limit);
    column(messages.text("column.for"), 72, 88, AlarmRow::lasting);
    column(messages.text("column.raised", zone), 98, 126, AlarmRow::raised);
    column(messages.text("column.state"), 112, 230, AlarmRow::state);
  }

  /// Leaves out what the detail beside the table says as well.
  void narrow(boolean wanted) {
    limit.setVisible(!wanted);
  }

  TableView<AlarmRow> node() {
    return table;
  }

  FilteredList<AlarmRow> rows() {
    return filtered;
  }

  private TableColumn<AlarmRow, String> column(
      String title, double least, double width, Function<AlarmRow, ObservableValue<String>> cell) {
    TableColumn<AlarmRow, String> column = new TableColumn<>(title);
    column.setMinWidth(least);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> cell.apply(row.getValue()));
    table.getColumns().add(column);
    return column;
  }

  private static TableColumn<AlarmRow, Alarm> severity(String title) {
    TableColumn<AlarmRow, Alarm> column = new TableColumn<>(title);
    column.setMinWidth(104);
    column.setPrefWidth(112);
    column.setSortable(false);
    column.setCellValueFactory(row -> row.getValue().alarmProperty());
    column.setCellFactory(_ -> new SeverityCell());
    return column;
  }

  private static final class SeverityCell extends TableCell<AlarmRow, Alarm> {
    private final SVGPath sign = new SVGPath();

    @Override
    protected void updateItem(@Nullable Alarm alarm, boolean empty) {
      super.updateItem(alarm, empty);
      getStyleClass().removeAll("critical", "warning", "silent", "calm");
      AlarmRow row = getTableRow() == null ? null : getTableRow().getItem();
      if (empty || alarm == null || row == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      sign.setContent(AlarmWords.shape(alarm).path());
      sign.getStyleClass().setAll("sign", AlarmWords.style(alarm));
      getStyleClass().addAll("severity", AlarmWords.style(alarm));
      setGraphic(sign);
      setGraphicTextGap(12);
      setText(row.severity().get());
    }
  }
}
