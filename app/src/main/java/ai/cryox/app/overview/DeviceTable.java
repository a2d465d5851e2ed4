package ai.cryox.app.overview;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Shapes;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.live.DeviceLive;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// What the wall shows as a table: the way for those who do not see tiles, or like lines better. FX
/// thread only.
final class DeviceTable {
  private static final double ROW = 32;

  private final OverviewModel model;
  private final Units units;
  private final ObservableList<TileFace> rows = FXCollections.observableArrayList();
  private final TableView<TileFace> table = new TableView<>(rows);
  private boolean refreshing;
  private boolean everything;

  /// @param onSelect told which tile is selected
  /// @param onOpen told when somebody wants the page of what is selected
  DeviceTable(OverviewModel model, Units units, Consumer<Integer> onSelect, Runnable onOpen) {
    this.model = model;
    this.units = units;
    Messages messages = units.messages();
    table.setId("devices");
    table.setFixedCellSize(ROW);
    table.setAccessibleText(messages.text("overview.table"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<TileFace, TileFace> state = column("device.state", 160);
    state.setCellFactory(_ -> new StateCell(messages));
    words("column.device", 150, face -> face.live().device().name());
    column("column.value", 80).setCellFactory(_ -> new ValueCell(this::value));
    words("column.trend", 160, this::trend);
    words("column.place", 200, face -> place(face.live()));
    words("column.keeps", 262, face -> keeps(face.live()));
    table
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((_, _, index) -> {
          if (!refreshing) {
            onSelect.accept(index.intValue());
          }
        });
    table.setOnKeyPressed(event -> key(event, onOpen));
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        onOpen.run();
      }
    });
  }

  private static void key(KeyEvent event, Runnable onOpen) {
    if (event.getCode() == KeyCode.ENTER) {
      onOpen.run();
      event.consume();
    }
  }

  private TableColumn<TileFace, TileFace> column(String title, double width) {
    TableColumn<TileFace, TileFace> column = new TableColumn<>(units.messages().text(title));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    table.getColumns().add(column);
    return column;
  }

  private void words(String title, double width, Function<TileFace, String> of) {
    column(title, width).setCellFactory(_ -> new WordCell(of));
  }

  private String value(TileFace face) {
    var newest = face.live().newest();
    return newest == null ? Units.NONE : units.temperature(newest.reading().temperature());
  }

  private String trend(TileFace face) {
    if (!face.ageTag().isEmpty()) {
      return face.ageTag();
    }
    String drift = units.messages().of("drift", face.drift());
    return face.hint().isEmpty() ? drift : drift + " · " + face.hint();
  }

  private String place(DeviceLive live) {
    String facility = units.place(live.device().facilityId());
    String zone = live.device().zone();
    return zone.isEmpty() ? facility : facility + " · " + zone;
  }

  private String keeps(DeviceLive live) {
    return live.limits().name()
        + ", "
        + units.bareTemperature(live.limits().bottom())
        + " … "
        + units.temperature(live.limits().top());
  }

  TableView<TileFace> node() {
    return table;
  }

  /// Takes over everything at the next call: others used up the marks meanwhile.
  void forget() {
    everything = true;
  }

  /// Takes over what changed; the model's marks are used up.
  void refresh() {
    refreshing = true;
    int selected = model.selected();
    if (model.takeRestructured() || everything || rows.size() != model.size()) {
      everything = false;
      rows.setAll(model.faces());
      model.dirty().clear();
    }
    BitSet dirty = model.dirty();
    for (int tile = dirty.nextSetBit(0); tile >= 0; tile = dirty.nextSetBit(tile + 1)) {
      rows.set(tile, model.face(tile));
    }
    dirty.clear();
    if (selected != table.getSelectionModel().getSelectedIndex()) {
      if (selected < 0) {
        table.getSelectionModel().clearSelection();
      } else {
        table.getSelectionModel().clearAndSelect(selected);
      }
    }
    refreshing = false;
  }

  /// Puts the keyboard on the table.
  void focus() {
    table.requestFocus();
    if (table.getSelectionModel().getSelectedIndex() < 0) {
      table.getSelectionModel().selectFirst();
    }
  }

  private static final class ValueCell extends WordCell {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    ValueCell(Function<TileFace, String> of) {
      super(of);
    }

    @Override
    protected void updateItem(@Nullable TileFace face, boolean empty) {
      super.updateItem(face, empty);
      pseudoClassStateChanged(STALE, !empty && face != null && face.stale());
    }
  }

  private static class WordCell extends TableCell<TileFace, TileFace> {
    private final Function<TileFace, String> of;

    WordCell(Function<TileFace, String> of) {
      this.of = of;
    }

    @Override
    protected void updateItem(@Nullable TileFace face, boolean empty) {
      super.updateItem(face, empty);
      setText(empty || face == null ? null : of.apply(face));
    }
  }

  private static final class StateCell extends TableCell<TileFace, TileFace> {
    private final Messages messages;
    private final SVGPath sign = new SVGPath();

    StateCell(Messages messages) {
      this.messages = messages;
      setGraphicTextGap(12);
    }

    @Override
    protected void updateItem(@Nullable TileFace face, boolean empty) {
      super.updateItem(face, empty);
      getStyleClass().removeAll("severity", "critical", "warning", "aside");
      if (empty || face == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      Shapes shape = shape(face);
      String style = face.tag().style();
      getStyleClass().addAll("severity", style);
      sign.getStyleClass().setAll("sign", style);
      sign.setContent(shape == null ? "" : shape.path());
      setGraphic(shape == null ? null : sign);
      String calm = messages.text(face.stale() ? "overview.stale" : "overview.normal");
      setText(face.tag().text().isEmpty() ? calm : face.tag().text());
    }

    private static @Nullable Shapes shape(TileFace face) {
      if (face.severity() != null) {
        return face.severity() == Severity.CRITICAL ? Shapes.CRITICAL : Shapes.WARNING;
      }
      if (face.stale()) {
        return Shapes.SILENT;
      }
      if (face.tag().aside()) {
        return Shapes.ASIDE;
      }
      return face.unacknowledged() ? Shapes.RETURNED : null;
    }
  }
}
