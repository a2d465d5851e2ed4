package ai.cryox.app.overview;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.screen.ButtonKeys;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The wall of tiles with its tool bar. FX thread only.
public final class OverviewView implements Screen {
  private static final String GROUP = "look.group";
  private static final String DENSITY = "look.density";
  private static final String WORST_FIRST = "look.worstFirst";
  private static final String AS_TABLE = "look.asTable";

  private final ScreenContext context;
  private final OverviewModel model;
  private final Wall wall;
  private final DeviceTable table;
  private final MenuButton density;
  private final ToggleButton asTable;
  private final TileWords words;
  private final Label empty;
  private final BorderPane root = new BorderPane();
  private final Tooltip tooltip = new Tooltip();
  private final LiveView follower = this::show;
  private int hovered = -1;

  /// A wall over this model.
  public OverviewView(ScreenContext context, OverviewModel model) {
    this.context = context;
    this.model = model;
    this.words = new TileWords(context.units());
    model.group(context.remembered().choice(GROUP, model.grouping()));
    model.worstFirst(Boolean.parseBoolean(context.remembered().text(WORST_FIRST, "false")));
    Density room = context.remembered().choice(DENSITY, Density.COMFORTABLE);
    this.wall = new Wall(model, context.palette().get(), context.pulse()::drew);
    wall.density(room);
    this.density = menu("density", Density.values(), room, this::density);
    this.table = new DeviceTable(model, context.units(), this::select, this::open);
    this.asTable = toggle("overview.asTable", "as-table");
    asTable.setSelected(Boolean.parseBoolean(context.remembered().text(AS_TABLE, "false")));
    this.empty = Nodes.label(context.messages().text("overview.empty"), "empty-note");
    empty.setWrapText(true);
    empty.setMaxWidth(560);
    context.palette().addListener((_, _, palette) -> wall.palette(palette));
    StackPane middle = new StackPane(wall, table.node(), empty);
    StackPane.setMargin(table.node(), new Insets(0, 4, 0, 4));
    root.setTop(toolBar());
    root.setCenter(middle);
    root.getStyleClass().addAll("screen", "of-tiles");
    listen();
    switchView();
  }

  /// A memory in which somebody likes tiles of this size.
  public static Remembered liking(Density density) {
    Remembered remembered = Remembered.forNow();
    remembered.put(DENSITY, density);
    return remembered;
  }

  private Region toolBar() {
    var messages = context.messages();
    ToggleButton worst = toggle("overview.worstFirst", "worst-first");
    worst.setSelected(model.isWorstFirst());
    worst.setOnAction(_ -> {
      context.remembered().put(WORST_FIRST, worst.isSelected());
      rearrange(() -> model.worstFirst(worst.isSelected()));
    });
    asTable.setOnAction(_ -> {
      context.remembered().put(AS_TABLE, asTable.isSelected());
      switchView();
      focus();
    });
    Button display =
        Nodes.button(messages.text("overview.display"), "F11", () -> context.frame().showWall());
    display.setId("wall-display");
    Button find =
        Nodes.button(
            messages.text("find.prompt"),
            messages.key("Ctrl+K"),
            () -> context.frame().findDevice());
    find.getStyleClass().add("find-button");
    find.setId("find");
    MenuButton group =
        menu(
            "group",
            Grouping.values(),
            model.grouping(),
            wanted -> {
              context.remembered().put(GROUP, wanted);
              rearrange(() -> model.group(wanted));
            });
    new ButtonKeys(root)
        .add(KeyCode.G, group, messages.text("overview.whyGroup"))
        .add(KeyCode.W, worst, messages.text("overview.whyWorst"))
        .add(KeyCode.D, density, messages.text("overview.whyDensity"))
        .add(KeyCode.T, asTable, messages.text("overview.whyTable"));
    Region bar = Nodes.tools(12, group, worst, density, asTable, display, Nodes.spacer(), find);
    bar.setPadding(new Insets(0, 4, 8, 4));
    return bar;
  }

  private <E extends Enum<E>> MenuButton menu(
      String name, E[] choices, E chosen, Consumer<E> onChoice) {
    var messages = context.messages();
    MenuButton menu = new MenuButton(messages.text(name + ".label", messages.of(name, chosen)));
    menu.setId(name);
    menu.getStyleClass().add("flat-button");
    menu.setAccessibleText(menu.getText());
    ToggleGroup one = new ToggleGroup();
    for (E choice : choices) {
      RadioMenuItem item = new RadioMenuItem(messages.of(name, choice));
      item.setId(name + "-" + choice.name().toLowerCase(Locale.ROOT));
      item.setToggleGroup(one);
      item.setSelected(choice == chosen);
      item.setOnAction(_ -> {
        menu.setText(messages.text(name + ".label", messages.of(name, choice)));
        menu.setAccessibleText(menu.getText());
        onChoice.accept(choice);
      });
      menu.getItems().add(item);
    }
    return menu;
  }

  private ToggleButton toggle(String text, String id) {
    ToggleButton button = new ToggleButton(context.messages().text(text));
    button.getStyleClass().add("flat-button");
    button.setId(id);
    button.setAccessibleText(button.getText());
    return button;
  }

  /// Changes how much room a tile gets.
  public void density(Density wanted) {
    context.remembered().put(DENSITY, wanted);
    wall.density(wanted);
    seen();
  }

  /// Tiles are drawn again only for what they show; lines of the table show more.
  private void seen() {
    Density room = wall.density();
    if (asTable.isSelected()) {
      model.drawAlways();
    } else {
      model.drawUnless((was, is) -> is.looksLike(was, room));
    }
  }

  /// Tiles or table, whichever is wanted; one is never drawn behind the other.
  private void switchView() {
    boolean wanted = asTable.isSelected();
    wall.setVisible(!wanted);
    table.node().setVisible(wanted);
    density.setDisable(wanted);
    // Whichever was hidden knows nothing of what the other one was told.
    if (wanted) {
      table.forget();
    } else {
      wall.forget();
    }
    seen();
    refresh();
  }

  private void refresh() {
    if (asTable.isSelected()) {
      table.refresh();
    } else {
      wall.refresh();
    }
  }

  private void rearrange(Runnable change) {
    change.run();
    context.pulse().beatNow();
  }

  private void listen() {
    Node canvas = wall.canvas();
    canvas.setId("wall");
    canvas.setAccessibleText(context.messages().text("overview.accessible"));
    tooltip.setShowDelay(Duration.millis(500));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> unhover());
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void hover(MouseEvent event) {
    int tile = wall.tileAt(event.getX(), event.getY());
    if (tile == hovered) {
      return;
    }
    unhover();
    hovered = tile;
    if (tile >= 0) {
      tooltip.setText(words.describe(model.face(tile), context.clock().instant()));
      Tooltip.install(wall.canvas(), tooltip);
    }
  }

  private void unhover() {
    tooltip.hide();
    Tooltip.uninstall(wall.canvas(), tooltip);
    hovered = -1;
  }

  private void press(MouseEvent event) {
    wall.canvas().requestFocus();
    int tile = wall.tileAt(event.getX(), event.getY());
    select(tile);
    if (event.getClickCount() == 2) {
      open();
    }
  }

  private void open() {
    String id = model.selectedId();
    if (id != null) {
      context.frame().go(new Destination.OneDevice(id));
    }
  }

  private void key(KeyEvent event) {
    if (model.size() == 0 || event.isControlDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      open();
      event.consume();
      return;
    }
    int at = model.selected();
    TileLayout tiles = wall.tiles();
    int last = model.size() - 1;
    int to =
        switch (event.getCode()) {
          case LEFT -> Math.max(0, at - 1);
          case RIGHT -> Math.min(last, at + 1);
          case UP -> at < 0 ? 0 : tiles.vertical(at, -1);
          case DOWN -> at < 0 ? 0 : tiles.vertical(at, 1);
          case HOME -> 0;
          case END -> last;
          case PAGE_UP -> page(at, -1);
          case PAGE_DOWN -> page(at, 1);
          default -> -1;
        };
    if (to >= 0) {
      select(to);
      wall.reveal(to);
      event.consume();
    }
  }

  private int page(int at, int direction) {
    int tile = Math.max(0, at);
    for (int row = 0; row < wall.rowsVisible(); row++) {
      tile = wall.tiles().vertical(tile, direction);
    }
    return tile;
  }

  private void select(int tile) {
    if (tile == model.selected() || tile >= model.size()) {
      return;
    }
    model.select(tile);
    if (tile >= 0) {
      wall.canvas().setAccessibleText(words.describe(model.face(tile), context.clock().instant()));
    }
    refresh();
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    model.show(snapshot, now);
    empty.setVisible(snapshot.devices().isEmpty());
    refresh();
  }

  /// The ids of the devices of which a tile is selected: none or one.
  public List<String> selection() {
    String id = model.selectedId();
    return id == null ? List.of() : List.of(id);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    context.pulse().attach(follower);
    if (destination instanceof Destination.Overview(var deviceId) && deviceId != null) {
      int tile = model.indexOf(deviceId);
      if (tile >= 0) {
        select(tile);
        wall.reveal(tile);
      }
    }
  }

  @Override
  public void detach() {
    unhover();
    context.pulse().detach(follower);
  }

  @Override
  public void focus() {
    if (asTable.isSelected()) {
      table.focus();
    } else {
      wall.canvas().requestFocus();
    }
  }
}
