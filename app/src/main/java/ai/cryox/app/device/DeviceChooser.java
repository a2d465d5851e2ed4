package ai.cryox.app.device;

import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.SearchField;
import ai.cryox.app.screen.StateTag;
import ai.cryox.app.text.FuzzyMatch;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
/// Words are made for the cells in sight only, so that a thousand devices cost no more than thirty.
/// FX thread only.
final class DeviceChooser {
  private static final Duration AGES = Duration.ofSeconds(1);
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  /// Px: names, profiles and what is wrong, whole.
  private static final double LEAST_LIST = 820;

  private final ScreenContext context;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final FilteredList<Row> found = new FilteredList<>(rows);
  private final TableView<Row> table = new TableView<>(found);
  private final TextField field;
  private final BorderPane root = new BorderPane();
  private final Label nothing = Nodes.empty("");
  private final List<LiveCell> cells = new ArrayList<>();
  private Instant shownAt = Instant.MIN;

  /// One device; its cells change in place.
  private static final class Row {
    private final String id;
    private final ReadOnlyObjectWrapper<DeviceLive> live;

    Row(DeviceLive live) {
      this.id = live.device().deviceId();
      this.live = new ReadOnlyObjectWrapper<>(live);
    }

    boolean isMeant(FuzzyMatch by, String place) {
      var device = live.get().device();
      return by.means(device.name(), id, device.zone(), device.facilityId(), place);
    }
  }

  DeviceChooser(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    field = SearchField.of(messages, "device-filter", messages.text("find.prompt"));
    field.setPrefWidth(320);
    field.textProperty().addListener((_, _, text) -> filter(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table.setId("devices");
    table.setFixedCellSize(36);
    table.setMinWidth(LEAST_LIST);
    table.setAccessibleText(messages.text("device.choose"));
    nothing.setId("devices-none");
    table.setPlaceholder(nothing);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    words("device.name", 200, live -> live.device().name());
    words("device.zone", 150, live -> live.device().zone());
    words("device.facility", 150, live -> context.units().place(live.device().facilityId()));
    words("device.profile", 200, live -> live.limits().name());
    column("device.value", 110, ValueCell::new);
    words("device.newest", 130, this::age);
    column("device.state", 130, StateCell::new);
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        open();
      }
    });
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    var bar =
        Nodes.tools(
            12,
            Nodes.label(messages.text("device.choose"), "page-title"),
            Nodes.label(messages.text("device.chooseHow"), "muted"),
            Nodes.spacer(),
            field);
    bar.setPadding(new Insets(0, 0, 12, 0));
    root.setTop(bar);
    root.setCenter(table);
  }

  private void words(String key, double width, Function<DeviceLive, String> words) {
    column(key, width, () -> new WordCell(words));
  }

  private void column(String key, double width, Supplier<LiveCell> cell) {
    TableColumn<Row, DeviceLive> column = new TableColumn<>(context.messages().text(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> row.getValue().live.getReadOnlyProperty());
    column.setCellFactory(_ -> {
      LiveCell made = cell.get();
      cells.add(made);
      return made;
    });
    table.getColumns().add(column);
  }

  private String age(DeviceLive live) {
    Duration age = live.age(shownAt);
    return age == null
        ? context.messages().text("tile.noData")
        : context.messages().text("device.ago", context.units().duration(age));
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
      rows.get(i).live.set(snapshot.devices().get(i));
    }
    cells.forEach(LiveCell::tell);
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

  private void filter(String text) {
    FuzzyMatch match = new FuzzyMatch(text);
    found.setPredicate(row ->
        match.isEmpty()
            || row.isMeant(match, context.units().place(row.live.get().device().facilityId())));
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

  /// Says one thing about the device of its row, and says it anew as time goes by.
  private abstract static class LiveCell extends TableCell<Row, DeviceLive> {
    @Override
    protected void updateItem(@Nullable DeviceLive live, boolean empty) {
      super.updateItem(live, empty);
      tell();
    }

    final void tell() {
      tell(isEmpty() ? null : getItem());
    }

    /// @param live `null` = there is no device in the row
    abstract void tell(@Nullable DeviceLive live);
  }

  private static final class WordCell extends LiveCell {
    private final Function<DeviceLive, String> words;

    WordCell(Function<DeviceLive, String> words) {
      this.words = words;
    }

    @Override
    void tell(@Nullable DeviceLive live) {
      setText(live == null ? null : words.apply(live));
    }
  }

  /// A temperature, which must not look live if it is not.
  private final class ValueCell extends LiveCell {
    @Override
    void tell(@Nullable DeviceLive live) {
      var newest = live == null ? null : live.newest();
      double shown = newest == null ? Double.NaN : newest.reading().temperature();
      setText(live == null ? null : context.units().temperature(shown));
      pseudoClassStateChanged(STALE, live != null && live.isStale(shownAt));
    }
  }

  private final class StateCell extends LiveCell {
    private @Nullable StateTag told;

    @Override
    void tell(@Nullable DeviceLive live) {
      StateTag tag = live == null ? null : StateTag.of(live, context.messages());
      if (Objects.equals(tag, told)) {
        return;
      }
      told = tag;
      getStyleClass().removeAll("severity", "critical", "warning", "aside");
      if (tag != null) {
        getStyleClass().addAll("severity", tag.style());
      }
      setText(tag == null ? null : tag.text());
    }
  }
}
