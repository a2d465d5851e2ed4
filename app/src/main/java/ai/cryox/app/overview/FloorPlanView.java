package ai.cryox.app.overview;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.screen.ButtonKeys;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.text.Messages;
import ai.cryox.core.device.Device;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.people.Action;
import ai.cryox.core.plan.FloorPlan;
import ai.cryox.core.plan.Spot;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A facility's floor plan with its devices on it, live. Who may register devices arranges them: by
/// dragging, or with the keyboard, as soon as the plan is known. FX thread only.
public final class FloorPlanView implements Screen {
  private final ScreenContext context;
  private final Messages messages;
  private final OverviewModel model;
  private final PlanCanvas plan;
  private final PlanHands hands;
  private final MenuButton facilities = new MenuButton();
  private final ToggleButton arrange = new ToggleButton();
  private final Button choose;
  private final Label empty = Nodes.label("", "empty-note");
  private final ObservableList<Device> waiting = FXCollections.observableArrayList();
  private final ListView<Device> list = new ListView<>(waiting);
  private final VBox side;
  private final BorderPane root = new BorderPane();
  private final LiveView follower = this::show;
  private List<String> offered = List.of();
  private @Nullable String facility;
  private boolean hasPicture;
  private boolean known;
  private boolean keeping;
  private boolean movedMeanwhile;
  private int reading;

  /// A floor plan not yet loaded.
  public FloorPlanView(ScreenContext context) {
    this.context = context;
    this.messages = context.messages();
    this.model = new OverviewModel(context.units(), context.still()::get);
    this.plan = new PlanCanvas(model, context.palette().get());
    this.hands =
        new PlanHands(context, model, plan, this::isArranging, this::keepPlaces, this::fillWaiting);
    this.choose = Nodes.button(messages.text("plan.choose"), "", this::choosePicture);
    context.palette().addListener((_, _, palette) -> plan.palette(palette));
    side = side();
    empty.setWrapText(true);
    empty.setMaxWidth(560);
    root.setTop(toolBar());
    root.setCenter(new StackPane(plan, empty));
    root.getStyleClass().addAll("screen", "of-tiles");
  }

  private Region toolBar() {
    facilities.setId("plan-facility");
    facilities.getStyleClass().add("flat-button");
    facilities.visibleProperty().bind(facilities.textProperty().isNotEmpty());
    arrange.visibleProperty().bind(facilities.visibleProperty());
    choose.visibleProperty().bind(facilities.visibleProperty());
    arrange.setText(messages.text("plan.arrange"));
    arrange.setAccessibleText(arrange.getText());
    arrange.setId("plan-arrange");
    arrange.getStyleClass().add("flat-button");
    arrange.setOnAction(_ -> {
      root.setRight(arrange.isSelected() ? side : null);
      fillWaiting();
      plan.canvas().requestFocus();
    });
    choose.setId("plan-choose");
    new ButtonKeys(root)
        .add(KeyCode.A, arrange, messages.text("plan.whyArrange"))
        .add(KeyCode.P, choose, messages.text("plan.whyChoose"));
    Button tiles =
        Nodes.button(
            messages.text("plan.tiles"),
            "F2",
            () -> context.frame().go(new Destination.Overview(null)));
    Region bar = Nodes.tools(12, facilities, arrange, choose, Nodes.spacer(), tiles);
    bar.setPadding(new Insets(0, 4, 8, 4));
    return bar;
  }

  private VBox side() {
    list.setId("plan-waiting");
    list.setAccessibleText(messages.text("plan.waiting"));
    list.setCellFactory(_ -> new WaitingCell());
    list.setOnKeyPressed(event -> {
      Device chosen = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && chosen != null && known) {
        hands.put(chosen.deviceId(), new Spot(0.5, 0.5));
        event.consume();
      }
    });
    Label how = Nodes.label(messages.text("plan.how"), "muted");
    how.setWrapText(true);
    how.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(8, Nodes.label(messages.text("plan.waiting"), "panel-title"), list, how);
    box.setPadding(new Insets(0, 0, 0, 12));
    box.setPrefWidth(272);
    VBox.setVgrow(list, Priority.ALWAYS);
    return box;
  }

  /// Dragged onto the plan, or put there with Enter.
  private static final class WaitingCell extends ListCell<Device> {
    WaitingCell() {
      setOnDragDetected(event -> {
        Device device = getItem();
        if (device != null) {
          ClipboardContent content = new ClipboardContent();
          content.putString(device.deviceId());
          startDragAndDrop(TransferMode.MOVE).setContent(content);
          event.consume();
        }
      });
    }

    @Override
    protected void updateItem(@Nullable Device device, boolean nothing) {
      super.updateItem(device, nothing);
      setText(nothing || device == null ? null : device.name());
    }
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    List<String> ids =
        snapshot.devices().stream().map(live -> live.device().facilityId()).distinct().toList();
    if (!ids.equals(offered)) {
      offered = ids;
      offer();
    }
    String shown = facility;
    if (shown == null) {
      empty.setText(messages.text("overview.empty"));
      return;
    }
    List<DeviceLive> devices =
        snapshot.devices().stream()
            .filter(live -> live.device().facilityId().equals(shown))
            .toList();
    model.show(devices, now);
    if (model.takeRestructured()) {
      fillWaiting();
      plan.draw();
    } else if (!model.dirty().isEmpty()) {
      plan.draw();
    }
  }

  private void offer() {
    facilities.getItems().clear();
    for (String id : offered) {
      MenuItem item = new MenuItem(context.units().place(id));
      item.setId("plan-facility-" + id);
      item.setOnAction(_ -> look(id));
      facilities.getItems().add(item);
    }
    if (facility == null && !offered.isEmpty()) {
      look(offered.getFirst());
    }
  }

  private boolean isArranging() {
    return known && arrange.isSelected();
  }

  private void look(String id) {
    facility = id;
    // The places of another facility are not to be seen here, and never to be kept.
    known = false;
    movedMeanwhile = false;
    hasPicture = false;
    plan.show(null, Map.of());
    facilities.setText(messages.text("alarms.facility", context.units().place(id)));
    facilities.setAccessibleText(facilities.getText());
    boolean may = context.session().who().grants().may(Action.REGISTER_DEVICE, id);
    arrange.setDisable(!may);
    choose.setDisable(!may);
    model.group(Grouping.NONE);
    load(id);
  }

  private record Loaded(@Nullable Image image, Map<String, Spot> spots) {}

  private void load(String id) {
    int mine = ++reading;
    context
        .background()
        .call(
            () -> read(id),
            loaded -> {
              if (mine == reading) {
                showPlan(id, loaded);
              }
            },
            context.frame()::say);
  }

  private Loaded read(String id) {
    FloorPlan found =
        context.session().floorPlan(id).orElseGet(() -> new FloorPlan(id, new byte[0], Map.of()));
    Image image =
        found.picture().length == 0 ? null : new Image(new ByteArrayInputStream(found.picture()));
    return new Loaded(image == null || image.isError() ? null : image, found.spots());
  }

  private void showPlan(String id, Loaded loaded) {
    if (!id.equals(facility)) {
      return;
    }
    known = true;
    hasPicture = loaded.image() != null;
    plan.show(loaded.image(), loaded.spots());
    sayEmpty();
    fillWaiting();
  }

  private void sayEmpty() {
    boolean nothing = known && !hasPicture && plan.spots().isEmpty();
    empty.setVisible(nothing);
    empty.setText(messages.text(choose.isDisabled() ? "plan.none" : "plan.empty"));
    plan.canvas().setAccessibleText(messages.text("plan.accessible", plan.spots().size()));
  }

  private void fillWaiting() {
    waiting.setAll(
        model.faces().stream()
            .map(face -> face.live().device())
            .filter(device -> known && !plan.spots().containsKey(device.deviceId()))
            .toList());
    if (facility != null) {
      sayEmpty();
    }
  }

  private void choosePicture() {
    String id = facility;
    if (id != null) {
      PlanPicture.ask(context, picture -> keep(id, picture));
    }
  }

  private void keep(String id, byte[] picture) {
    int mine = ++reading;
    context
        .background()
        .call(
            () -> {
              context.session().saveFloorPicture(id, picture);
              return read(id);
            },
            loaded -> {
              if (mine == reading) {
                showPlan(id, loaded);
              } else if (id.equals(facility)) {
                load(id);
              }
            },
            context.frame()::say);
  }

  /// One after the other: two that overtake each other would leave the older places.
  private void keepPlaces() {
    String id = facility;
    if (id == null || !known) {
      return;
    }
    // What was read before knows nothing of these places.
    reading++;
    movedMeanwhile = keeping;
    if (keeping) {
      return;
    }
    keeping = true;
    Map<String, Spot> spots = Map.copyOf(plan.spots());
    context
        .background()
        .call(
            () -> {
              context.session().placeDevices(id, spots);
              return spots;
            },
            _ -> kept(id),
            trouble -> {
              keeping = false;
              context.frame().say(trouble);
              if (id.equals(facility)) {
                load(id);
              }
            });
  }

  private void kept(String id) {
    keeping = false;
    if (movedMeanwhile && id.equals(facility)) {
      keepPlaces();
    }
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    context.pulse().attach(follower);
    String id = facility;
    if (id != null) {
      load(id);
    }
  }

  @Override
  public void detach() {
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    plan.canvas().requestFocus();
  }
}
