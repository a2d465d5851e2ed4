package ai.cryox.app.alarms;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Alarms in five parts with a filter, everything that can be done to them, and what is known of
/// the selected one. FX thread only.
public final class AlarmsView implements Screen {
  /// Narrower than this, px, the list has the screen to itself.
  private static final double ROOM_FOR_DETAIL = 940;

  /// From this width on, px, all columns stand beside a detail of full width.
  private static final double ROOM_FOR_ALL = 1_320;

  /// So many rows may move at every beat; of more, none moves more often than once a second: nobody
  /// could read or hit them.
  private static final int FEW = 300;

  private final ScreenContext context;
  private final AlarmsModel model = new AlarmsModel();
  private final AlarmWords words;
  private final AlarmColumns live;
  private final AlarmColumns past;
  private final AlarmDetail detail;
  private final AlarmFilter filter;
  private final PastAlarms history;
  private final DeviceLog log;
  private final Segments segments;
  private final Deeds deeds;
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::show;
  private boolean rearranging;
  private long toldSecond;
  private boolean anew = true;

  /// A list not yet filled.
  public AlarmsView(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    words = new AlarmWords(context.units());
    String zone = context.units().zoneName(context.clock().instant());
    live = new AlarmColumns(model.shown(), model, words, zone, "active");
    filter = new AlarmFilter(messages, this::filtered);
    history = new PastAlarms(context, model, row -> filter.wants(row, words));
    log = new DeviceLog(context, history::read);
    past = new AlarmColumns(history.rows(), model, words, zone, "history");
    detail = new AlarmDetail(context, words);
    deeds = new Deeds(context, this::selected, detail::refresh);
    segments = new Segments(messages, this::enter);
    past.table().node().setPlaceholder(Nodes.empty(messages.of("none", Segment.HISTORY)));
    root.getStyleClass().add("screen");
    root.setTop(bar());
    root.widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    fit(0);
    BorderPane.setMargin(detail.node(), new Insets(0, 0, 0, 16));
    listen(live.table().node());
    listen(past.table().node());
    enter(Segment.ACTIVE);
  }

  private Node bar() {
    VBox bar =
        new VBox(
            10,
            Nodes.row(8, segments.node(), Nodes.spacer(), filter.menus(), filter.words()),
            Nodes.row(8, deeds.node(), log.node(), Nodes.spacer(), history.more()));
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private void filtered() {
    anew = true;
    history.filter();
    context.pulse().beatNow();
  }

  private void fit(double width) {
    boolean beside = width >= ROOM_FOR_DETAIL;
    boolean wide = width >= ROOM_FOR_ALL;
    root.setRight(beside ? detail.node() : null);
    detail.widen(wide);
    live.narrow(beside && !wide);
    past.narrow(beside && !wide);
  }

  private void listen(TableView<AlarmRow> table) {
    table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> showDetail(row));
    table.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        open();
      }
    });
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
          }
        });
  }

  private List<Alarm> selected() {
    return current().getSelectionModel().getSelectedItems().stream()
        .filter(Objects::nonNull)
        .map(AlarmRow::alarm)
        .toList();
  }

  private void showDetail(@Nullable AlarmRow row) {
    if (!rearranging) {
      detail.show(row == null ? null : row.facts().get());
      detail.tick(model, context.clock().instant());
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()
        || event.isAltDown()
        || event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (event.getCode() == KeyCode.G) {
      detail.showTrend();
      event.consume();
    } else if (segments.key(event.getCode()) || deeds.key(event.getCode())) {
      event.consume();
    }
  }

  private AlarmColumns columns() {
    return segments.current().isLive() ? live : past;
  }

  private TableView<AlarmRow> current() {
    return columns().table().node();
  }

  private void enter(Segment segment) {
    anew = true;
    // A table that was not in sight knows only the time at which it was.
    columns().table().tick(context.clock().instant());
    root.setCenter(current());
    deeds.segment(segment);
    log.show(!segment.isLive());
    live.table().node().setPlaceholder(Nodes.empty(context.messages().of("none", segment)));
    if (segment.isLive()) {
      current().getSelectionModel().clearSelection();
      context.pulse().beatNow();
      current().scrollTo(0);
    } else {
      history.read();
    }
    history.more().setVisible(!segment.isLive() && history.hasMore());
    showDetail(current().getSelectionModel().getSelectedItem());
    deeds.refresh();
    if (current().getScene() != null) {
      current().requestFocus();
    }
  }

  private void open() {
    AlarmRow row = current().getSelectionModel().getSelectedItem();
    if (row != null && !row.alarm().isSystem()) {
      context.frame().go(new Destination.OneDevice(row.alarm().deviceId()));
    }
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    filter.facilities(snapshot.devices().stream().map(one -> one.device().facilityId()));
    boolean second = now.getEpochSecond() != toldSecond;
    take(snapshot, anew || second || model.shown().size() < FEW);
    anew = false;
    segments.count(model);
    detail.tick(model, now);
    if (second) {
      toldSecond = now.getEpochSecond();
      columns().table().tick(now);
    }
    if (segments.current().isLive() && current().getSelectionModel().isEmpty()) {
      current().getSelectionModel().selectFirst();
    }
    deeds.refresh();
  }

  /// Takes in the newest state and puts the selection back where rows moved under it.
  private void take(LiveSnapshot snapshot, boolean arrange) {
    var selection = live.table().node().getSelectionModel();
    List<AlarmRow> selected = List.copyOf(selection.getSelectedItems());
    AlarmRow lead = selection.getSelectedItem();
    rearranging = true;
    if (model.show(snapshot, segments.current(), row -> filter.wants(row, words), arrange)) {
      selection.clearSelection();
      selected.stream()
          .filter(row -> !row.equals(lead))
          .mapToInt(model.shown()::indexOf)
          .filter(index -> index >= 0)
          .forEach(selection::select);
      int first = lead == null ? -1 : model.shown().indexOf(lead);
      if (first >= 0) {
        selection.select(first);
      }
    }
    rearranging = false;
    AlarmRow after = selection.getSelectedItem();
    if (segments.current().isLive() && !Objects.equals(after, lead)) {
      showDetail(after);
    }
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    context.pulse().attach(follower);
    if (destination instanceof Destination.Alarms(var alarmId, var only)) {
      if (only != null) {
        log.of(only);
        segments.select(Segment.HISTORY);
      } else if (alarmId != null) {
        select(alarmId);
      }
    }
  }

  private void select(String alarmId) {
    var alarm = model.active(alarmId);
    segments.select(alarm == null ? Segment.ACTIVE : Segment.of(alarm));
    for (int i = 0; i < model.shown().size(); i++) {
      if (model.shown().get(i).id().equals(alarmId)) {
        current().getSelectionModel().clearAndSelect(i);
        current().scrollTo(Math.max(0, i - 4));
        return;
      }
    }
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    current().requestFocus();
  }

  @Override
  public boolean isAtHand() {
    return true;
  }
}
