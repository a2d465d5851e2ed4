package ai.cryox.app.alarms;

import ai.cryox.app.alarms.AlarmRow.Facts;
import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.WholeText;
import ai.cryox.core.alarm.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.value.ChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// A list of alarms as a table whose words are made for the cells in sight only, so that ten
/// thousand rows cost no more than thirty. FX thread only.
final class AlarmTable {
  private static final PseudoClass UNSEEN = PseudoClass.getPseudoClass("unseen");
  private static final double ROW = 40;

  private final TableView<AlarmRow> table;
  private final AlarmWords words;
  private final WholeText whole = new WholeText();
  private final List<WordCell> cells = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  /// @param name of the table, and in the texts
  AlarmTable(ObservableList<AlarmRow> rows, AlarmWords words, String name) {
    this.words = words;
    table = new TableView<>(rows);
    table.setSkin(new FittingSkin(table));
    table.setFixedCellSize(ROW);
    table.setId(name);
    table.setAccessibleText(words.units().messages().text("segment." + name));
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setRowFactory(_ -> new AlarmLine());
    severity();
  }

  TableView<AlarmRow> node() {
    return table;
  }

  /// Adds a column.
  ///
  /// @param title already in words
  /// @param least px
  /// @param width px, to begin with
  AlarmTable column(
      String title, double least, double width, BiFunction<Facts, Instant, String> cell) {
    TableColumn<AlarmRow, Facts> column = new TableColumn<>(title);
    column.setMinWidth(least);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> row.getValue().facts());
    column.setCellFactory(_ -> {
      WordCell made = new WordCell(cell);
      cells.add(made);
      return made;
    });
    table.getColumns().add(column);
    return this;
  }

  /// The column added last.
  TableColumn<AlarmRow, ?> last() {
    return table.getColumns().getLast();
  }

  /// Says anew what goes with the time.
  void tick(Instant at) {
    now = at;
    cells.forEach(WordCell::say);
  }

  private void severity() {
    TableColumn<AlarmRow, Facts> column =
        new TableColumn<>(words.units().messages().text("column.severity"));
    column.setMinWidth(128);
    column.setPrefWidth(140);
    column.setSortable(false);
    column.setCellValueFactory(row -> row.getValue().facts());
    column.setCellFactory(_ -> new SeverityCell(words));
    table.getColumns().add(column);
  }

  /// A row that says in its look that nobody has seen its alarm.
  private static final class AlarmLine extends TableRow<AlarmRow> {
    private final ChangeListener<Facts> follower = (_, _, facts) -> look(facts.alarm());
    private @Nullable AlarmRow followed;
    private String look = "";

    @Override
    protected void updateItem(@Nullable AlarmRow row, boolean empty) {
      super.updateItem(row, empty);
      if (followed != null) {
        followed.facts().removeListener(follower);
      }
      followed = empty ? null : row;
      if (row == null || empty) {
        look("");
      } else {
        row.facts().addListener(follower);
        look(row.alarm());
      }
    }

    private void look(Alarm alarm) {
      look(alarm.state().needsAcknowledgement() ? AlarmWords.style(alarm) : "");
    }

    /// Each change of a style class costs the toolkit a search through its sheets.
    private void look(String wanted) {
      if (!wanted.equals(look)) {
        getStyleClass().remove(look);
        look = wanted;
        pseudoClassStateChanged(UNSEEN, !wanted.isEmpty());
        if (!wanted.isEmpty()) {
          getStyleClass().add(wanted);
        }
      }
    }
  }

  private final class WordCell extends TableCell<AlarmRow, Facts> {
    private final BiFunction<Facts, Instant, String> in;

    WordCell(BiFunction<Facts, Instant, String> in) {
      this.in = in;
      whole.of(this);
    }

    @Override
    protected void updateItem(@Nullable Facts facts, boolean empty) {
      super.updateItem(facts, empty);
      if (empty || facts == null) {
        setText(null);
      } else {
        say();
      }
    }

    void say() {
      Facts facts = getItem();
      if (!isEmpty() && facts != null) {
        String text = in.apply(facts, now);
        if (!text.equals(getText())) {
          setText(text);
        }
      }
    }
  }

  private static final class SeverityCell extends TableCell<AlarmRow, Facts> {
    private final AlarmWords words;
    private final SVGPath sign = new SVGPath();
    private String worn = "";

    SeverityCell(AlarmWords words) {
      this.words = words;
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable Facts facts, boolean empty) {
      super.updateItem(facts, empty);
      if (empty || facts == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      dress(facts.alarm());
      setGraphic(sign);
      setText(words.severity(facts.alarm()));
    }

    private void dress(Alarm alarm) {
      String style = AlarmWords.style(alarm);
      if (!style.equals(worn)) {
        getStyleClass().removeAll("severity", worn);
        getStyleClass().addAll("severity", style);
        sign.getStyleClass().setAll("sign", style);
        worn = style;
      }
      sign.setContent(AlarmWords.shape(alarm).path());
    }
  }
}
