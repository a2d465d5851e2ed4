package ai.cryox.app.device;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.StateTag;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// All devices in a table with a search field: what the page shows as long as no device is chosen.
/// FX thread only.
final class DeviceChooser {
  private static final Duration AGES = Duration.ofSeconds(1);
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final ScreenContext context;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final FilteredList<Row> found = new FilteredList<>(rows);
  private final TableView<Row> table = new TableView<>(found);
  private final TextField field = new TextField();
  private final BorderPane root = new BorderPane();
  private final Label nothing = Nodes.empty("");
  private Instant shownAt = Instant.MIN;

  /// A temperature in words, and whether it must not look live.
  private record Value(String text, boolean stale) {
    static final Value NONE = new Value("", false);
  }

  /// One device; its cells change in place.
  private static final class Row {
    private final String id;
    private final ReadOnlyObjectWrapper<DeviceLive> live;
    private final ReadOnlyObjectWrapper<Value> value = new ReadOnlyObjectWrapper<>(Value.NONE);
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<StateTag> state =
        new ReadOnlyObjectWrapper<>(new StateTag("", null, false));

    Row(DeviceLive live) {
      this.id = live.device().deviceId();
      this.live = new ReadOnlyObjectWrapper<>(live);
    }

    String all() {
      var device = live.get().device();
      return (device.name() + ' ' + id + ' ' + device.zone() + ' ' + device.facilityId())
          .toLowerCase(Locale.ROOT);
    }
  }

  DeviceChooser(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    field.setPromptText(messages.text("find.prompt"));
    field.setAccessibleText(messages.text("find.prompt"));
    field.setId("device-filter");
    field.setPrefWidth(320);
    field.textProperty().addListener((_, _, text) -> filter(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table.setId("devices");
    table.setFixedCellSize(36);
    table.setAccessibleText(messages.text("device.choose"));
    nothing.setId("devices-none");
    table.setPlaceholder(nothing);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("device.name", 200, row -> text(row.live.get().device().name()));
    column("device.zone", 150, row -> text(row.live.get().device().zone()));
    column(
        "device.facility",
        150,
        row -> text(context.units().place(row.live.get().device().facilityId())));
    column("device.profile", 200, row -> text(row.live.get().limits().name()));
    table.getColumns().add(values());
    column("device.newest", 130, row -> row.age);
    table.getColumns().add(states());
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        open();
      }
    });
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    var bar =
        Nodes.row(
            12,
            Nodes.label(messages.text("device.choose"), "page-title"),
            Nodes.label(messages.text("device.chooseHow"), "muted"),
            Nodes.spacer(),
            field);
    bar.setPadding(new Insets(0, 0, 12, 0));
    root.setTop(bar);
    root.setCenter(table);
  }

  private static ReadOnlyStringWrapper text(String text) {
    return new ReadOnlyStringWrapper(text);
  }

  private void column(String key, double width, Function<Row, ReadOnlyStringWrapper> cell) {
    TableColumn<Row, String> column = titled(key, width);
    column.setCellValueFactory(row -> cell.apply(row.getValue()).getReadOnlyProperty());
    table.getColumns().add(column);
  }

  private TableColumn<Row, Value> values() {
    TableColumn<Row, Value> column = titled("device.value", 110);
    column.setCellValueFactory(row -> row.getValue().value.getReadOnlyProperty());
    column.setCellFactory(_ -> new ValueCell());
    return column;
  }

  private TableColumn<Row, StateTag> states() {
    TableColumn<Row, StateTag> column = titled("device.state", 130);
    column.setCellValueFactory(row -> row.getValue().state.getReadOnlyProperty());
    column.setCellFactory(_ -> new StateCell());
    return column;
  }

  private <T> TableColumn<Row, T> titled(String key, double width) {
    TableColumn<Row, T> column = new TableColumn<>(context.messages().text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    return column;
  }

  Node node() {
    return root;
  }

  /// Puts the keyboard into the search field.
  void focus() {
    field.requestFocus();
  }

  /// Takes in the newest state, once a second.
  void show(LiveSnapshot snapshot, Instant now) {
    if (!rows.isEmpty() && now.isBefore(shownAt.plus(AGES)) && !now.isBefore(shownAt)) {
      return;
    }
    shownAt = now;
    if (!isSame(snapshot.devices())) {
      rows.setAll(snapshot.devices().stream().map(Row::new).toList());
      table.getSelectionModel().selectFirst();
    }
    nothing.setText(context.messages().text(rows.isEmpty() ? "overview.empty" : "find.nothing"));
    for (int i = 0; i < rows.size(); i++) {
      update(rows.get(i), snapshot.devices().get(i), now);
    }
  }

  private boolean isSame(List<DeviceLive> devices) {
    if (devices.size() != rows.size()) {
      return false;
    }
    for (int i = 0; i < devices.size(); i++) {
      var was = rows.get(i).live.get();
      var is = devices.get(i);
      if (!was.device().equals(is.device()) || !was.limits().equals(is.limits())) {
        return false;
      }
    }
    return true;
  }

  private void update(Row row, DeviceLive live, Instant now) {
    row.live.set(live);
    var newest = live.newest();
    Duration age = live.age(now);
    row.value.set(
        new Value(
            context
                .units()
                .temperature(newest == null ? Double.NaN : newest.reading().temperature()),
            live.isStale(now)));
    row.age.set(
        age == null
            ? context.messages().text("tile.noData")
            : context.messages().text("device.ago", context.units().duration(age)));
    row.state.set(StateTag.of(live, context.messages()));
  }

  private void filter(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).trim().split("\\s+");
    found.setPredicate(row -> {
      String all = row.all();
      for (String part : parts) {
        if (!all.contains(part)) {
          return false;
        }
      }
      return true;
    });
    table.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    boolean inField = Objects.equals(event.getSource(), field);
    if (event.getCode() == KeyCode.ENTER) {
      open();
    } else if (inField && event.getCode() == KeyCode.DOWN) {
      table.getSelectionModel().selectNext();
      table.requestFocus();
    } else {
      return;
    }
    event.consume();
  }

  private void open() {
    Row chosen = table.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      context.frame().go(new Destination.OneDevice(chosen.id));
    }
  }

  private static final class ValueCell extends TableCell<Row, Value> {
    @Override
    protected void updateItem(@Nullable Value value, boolean empty) {
      super.updateItem(value, empty);
      Value shown = empty || value == null ? Value.NONE : value;
      setText(shown.text());
      pseudoClassStateChanged(STALE, shown.stale());
    }
  }

  private static final class StateCell extends TableCell<Row, StateTag> {
    @Override
    protected void updateItem(@Nullable StateTag tag, boolean empty) {
      super.updateItem(tag, empty);
      getStyleClass().removeAll("severity", "critical", "warning", "aside");
      if (empty || tag == null) {
        setText(null);
        return;
      }
      getStyleClass().addAll("severity", tag.style());
      setText(tag.text());
    }
  }
}
