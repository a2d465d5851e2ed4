package ai.cryox.app.alarms;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.AlarmWords;
import ai.cryox.app.screen.Card;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.alarm.AlarmQuery;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Active and past alarms with a filter, acknowledging and what is known of the selected one. FX
/// thread only.
public final class AlarmsView implements Screen {
  private static final int PAGE = 200;

  /// Narrower than this, px, the list has the screen to itself.
  private static final double ROOM_FOR_DETAIL = 1_040;

  /// From this width on, px, all columns stand beside a detail of full width.
  private static final double ROOM_FOR_ALL = 1_320;

  private static final Duration PAST = Duration.ofDays(3_650);

  private final ScreenContext context;
  private final AlarmsModel model;
  private final AlarmTable active;
  private final AlarmTable past;
  private final AlarmDetail detail;
  private final BorderPane root = new BorderPane();
  private final ToggleButton activeTab;
  private final ToggleButton pastTab;
  private final AlarmFilter filter;
  private final Button more;
  private final LiveView follower = this::show;
  private @Nullable String nextToken;
  private @Nullable Instant pastUntil;
  private boolean rearranging;

  /// A list not yet filled.
  public AlarmsView(ScreenContext context) {
    this.context = context;
    var messages = context.messages();
    AlarmWords words = new AlarmWords(context.units());
    model = new AlarmsModel(words);
    String zone = context.units().zoneName(context.clock().instant());
    active = new AlarmTable(model.active(), messages, zone, "active");
    past = new AlarmTable(model.past(), messages, zone, "history");
    detail = new AlarmDetail(context, words);
    filter = new AlarmFilter(messages, this::filter);
    activeTab = new ToggleButton(messages.text("alarms.active"));
    pastTab = new ToggleButton(messages.text("alarms.history"));
    more = Nodes.button(messages.text("action.loadMore"), "", () -> loadPast(nextToken));
    active.node().setPlaceholder(Nodes.label(messages.text("alarms.none"), "muted"));
    past.node().setPlaceholder(Nodes.label(messages.text("alarms.nonePast"), "muted"));
    root.getStyleClass().add("screen");
    root.setTop(bar());
    root.widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    fit(0);
    BorderPane.setMargin(detail.node(), new Insets(0, 0, 0, 16));
    listen(active.node());
    listen(past.node());
    showTab();
  }

  private Node bar() {
    var messages = context.messages();
    ToggleGroup tabs = new ToggleGroup();
    for (ToggleButton tab : List.of(activeTab, pastTab)) {
      tab.getStyleClass().add("flat-button");
      tab.setToggleGroup(tabs);
      tab.setAccessibleText(tab.getText());
      tab.setOnAction(_ -> {
        tab.setSelected(true);
        showTab();
      });
    }
    activeTab.setSelected(true);
    Button acknowledge =
        Nodes.button(messages.text("action.acknowledge"), "A", () -> acknowledge(false));
    acknowledge.setId("acknowledge-selected");
    Button comment = Nodes.button(messages.text("action.comment"), "C", () -> acknowledge(true));
    comment.setId("acknowledge-comment");
    var actions = Nodes.row(12, activeTab, pastTab, Nodes.spacer(), more, acknowledge, comment);
    for (var node : actions.getChildren()) {
      ((Region) node).setMinWidth(node instanceof Labeled ? Region.USE_PREF_SIZE : 0);
    }
    VBox bar = new VBox(12, actions, filter.node());
    bar.setPadding(new Insets(0, 0, 12, 0));
    return bar;
  }

  private void filter() {
    active.rows().setPredicate(filter::wants);
    past.rows().setPredicate(filter::wants);
  }

  private void fit(double width) {
    boolean beside = width >= ROOM_FOR_DETAIL;
    boolean wide = width >= ROOM_FOR_ALL;
    root.setRight(beside ? detail.node() : null);
    detail.widen(wide);
    active.narrow(beside && !wide);
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

  private void showDetail(@Nullable AlarmRow row) {
    if (!rearranging) {
      detail.show(row == null ? null : row.alarm());
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()
        || event.isAltDown()
        || event.getTarget() instanceof TextInputControl) {
      return;
    }
    switch (event.getCode()) {
      case A -> acknowledge(false);
      case C -> acknowledge(true);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private TableView<AlarmRow> current() {
    return pastTab.isSelected() ? past.node() : active.node();
  }

  private void showTab() {
    root.setCenter(current());
    more.setVisible(pastTab.isSelected() && nextToken != null);
    if (pastTab.isSelected()) {
      pastUntil = null;
      loadPast(null);
    }
  }

  private void loadPast(@Nullable String token) {
    Instant until = pastUntil == null ? context.clock().instant().plusSeconds(600) : pastUntil;
    pastUntil = until;
    AlarmQuery query = new AlarmQuery(null, null, null, until.minus(PAST), until);
    context
        .background()
        .call(
            () -> context.session().alarms(query, new PageRequest(PAGE, token)),
            page -> {
              LiveSnapshot snapshot = context.session().live().latest();
              model.showPast(page.items(), token != null, snapshot, context.clock().instant());
              nextToken = page.continuationToken();
              more.setVisible(pastTab.isSelected() && nextToken != null);
            },
            context.frame()::say);
  }

  private void open() {
    AlarmRow row = current().getSelectionModel().getSelectedItem();
    if (row != null) {
      context.frame().go(new Destination.OneDevice(row.alarm().deviceId()));
    }
  }

  private List<String> selectedIds() {
    return current().getSelectionModel().getSelectedItems().stream()
        .filter(row -> row.alarm().state().needsAcknowledgement())
        .map(AlarmRow::id)
        .toList();
  }

  private void acknowledge(boolean withComment) {
    List<String> ids = selectedIds();
    if (ids.isEmpty()) {
      context.frame().say(context.messages().text("alarms.nothingToAcknowledge"));
    } else if (withComment) {
      ask(ids);
    } else {
      send(ids, "");
    }
  }

  private void ask(List<String> ids) {
    var messages = context.messages();
    TextField comment = new TextField();
    comment.setId("comment");
    comment.setPromptText(messages.text("alarms.comment"));
    comment.setAccessibleText(messages.text("alarms.comment"));
    Button confirm =
        Nodes.button(
            messages.text("action.acknowledge"),
            "Enter",
            () -> {
              context.frame().closeCard();
              send(ids, comment.getText().trim());
            });
    confirm.getStyleClass().add("primary");
    confirm.setId("confirm-acknowledge");
    confirm.setDefaultButton(true);
    Button cancel = Nodes.button(messages.text("action.cancel"), "Esc", context.frame()::closeCard);
    Card card =
        new Card(messages.text("alarms.ask", ids.size()), 480)
            .add(comment)
            .buttons(cancel, confirm);
    context.frame().openCard(card.node(), comment);
  }

  private void send(List<String> ids, String comment) {
    context
        .background()
        .call(
            () -> context.session().alarmActions().acknowledge(ids, comment),
            _ -> {
              context.pulse().beatNow();
              detail.refresh();
            },
            context.frame()::say);
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    filter.facilities(snapshot.devices().stream().map(live -> live.device().facilityId()));
    take(snapshot, now);
    activeTab.setText(context.messages().text("alarms.activeCount", snapshot.alarms().size()));
    detail.tick(snapshot, now);
    if (activeTab.isSelected() && current().getSelectionModel().isEmpty()) {
      current().getSelectionModel().selectFirst();
    }
  }

  /// Takes in the newest state and puts the selection back where rows moved under it.
  private void take(LiveSnapshot snapshot, Instant now) {
    var selection = active.node().getSelectionModel();
    List<AlarmRow> selected = List.copyOf(selection.getSelectedItems());
    AlarmRow lead = selection.getSelectedItem();
    rearranging = true;
    if (model.show(snapshot, now)) {
      selection.clearSelection();
      selected.stream()
          .filter(row -> !row.equals(lead) && active.rows().contains(row))
          .forEach(selection::select);
      if (lead != null && active.rows().contains(lead)) {
        selection.select(lead);
      }
    }
    rearranging = false;
    AlarmRow after = selection.getSelectedItem();
    if (activeTab.isSelected() && !Objects.equals(after, lead)) {
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
    if (destination instanceof Destination.Alarms(var alarmId) && alarmId != null) {
      activeTab.setSelected(true);
      showTab();
      for (AlarmRow row : active.rows()) {
        if (row.id().equals(alarmId)) {
          active.node().getSelectionModel().clearAndSelect(active.rows().indexOf(row));
        }
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
}
