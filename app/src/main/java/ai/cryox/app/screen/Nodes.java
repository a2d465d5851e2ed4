package ai.cryox.app.screen;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Small nodes that all screens build from, so that they look alike.
public final class Nodes {
  /// Px that a box to choose a name from takes at least.
  public static final double CHOICE_WIDTH = 180;

  /// Px that a list beside what it tells of one entry takes at least: words, not dots.
  public static final double LEAST_LIST = 480;

  private static final double BESIDE_SCROLL_BAR = 14;
  private static final double EMPTY_WIDTH = 560;

  private Nodes() {}

  /// A label with style classes.
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A button that shows its key beside its name.
  public static Button button(String text, String key, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add("flat-button");
    button.setAccessibleText(key.isEmpty() ? text : text + ", " + key);
    button.setOnAction(_ -> action.run());
    if (!key.isEmpty()) {
      button.setGraphic(keyCap(key));
      button.setContentDisplay(ContentDisplay.RIGHT);
    }
    return button;
  }

  /// A place for a sentence that says why something was refused; not there until it says one.
  public static Label trouble() {
    Label trouble = label("", "trouble");
    trouble.setWrapText(true);
    trouble.setMinHeight(Region.USE_PREF_SIZE);
    say(trouble, "");
    return trouble;
  }

  /// Says a sentence, or takes the place away.
  public static void say(Label trouble, String sentence) {
    trouble.setText(sentence);
    trouble.setVisible(!sentence.isEmpty());
    trouble.setManaged(!sentence.isEmpty());
  }

  /// What stands where nothing is to be listed: why, and what to do about it.
  public static Label empty(String text) {
    Label label = label(text, "empty-note");
    label.setWrapText(true);
    label.setMaxWidth(EMPTY_WIDTH);
    return label;
  }

  /// A key as it is printed on keyboards.
  public static Label keyCap(String key) {
    return label(key, "key-cap");
  }

  /// Takes up what is left of a row.
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /// A page that scrolls upright, with room for its bar beside what it holds.
  public static ScrollPane scroll(Region content) {
    Insets own = content.getPadding();
    content.setPadding(new Insets(own.getTop(), BESIDE_SCROLL_BAR, own.getBottom(), own.getLeft()));
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
    return sharp(scroll);
  }

  /// Draws what moves in it straight into the window. The toolkit's own picture of it is kept as
  /// long as the screen is, whether anybody sees that or not: 4 B a px, 15 MB for all screens. It
  /// is drawn anew with every value that changes, and blurred at 80 or 150 %.
  public static ScrollPane sharp(ScrollPane scroll) {
    scroll
        .skinProperty()
        .subscribe(skin -> {
          Node view = skin == null ? null : scroll.lookup(".viewport");
          if (view != null) {
            view.setCache(false);
          }
        });
    return scroll;
  }

  /// Gives a node these style classes and no others. Nothing if it has them: each change costs the
  /// toolkit a search through its sheets, and most of what is shown at each beat is as before.
  public static void wear(Node node, String... styles) {
    if (!node.getStyleClass().equals(List.of(styles))) {
      node.getStyleClass().setAll(styles);
    }
  }

  /// Nodes side by side that go on in the next line where there is no more room.
  public static FlowPane flow(Node... nodes) {
    FlowPane flow = new FlowPane(8, 8, nodes);
    // A box beside others reckons its height by this length, not by the width it has.
    flow.widthProperty().addListener((_, _, width) -> flow.setPrefWrapLength(width.doubleValue()));
    flow.getStyleClass().add("tool-row");
    flow.setRowValignment(VPos.CENTER);
    return flow;
  }

  /// What stands above a screen: side by side, what follows a spacer at the right, and in the next
  /// line where there is no more room.
  public static Region tools(double gap, Node... nodes) {
    return new ToolRow(gap, nodes);
  }

  /// Nodes side by side, vertically centred.
  public static HBox row(double gap, Node... nodes) {
    HBox row = new HBox(gap, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
