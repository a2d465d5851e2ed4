package ai.cryox.app.theme;

import ai.cryox.app.fx.Remembered;
import java.util.stream.IntStream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Has the toolkit read fonts and style sheets, and dress one of each usual control, while the
/// backend is still being opened: the first window then only has to be laid out. A little later a
/// table is filled, because cells are most of what a screen costs that is visited for the first
/// time, a few rows at a time so that nobody is held up. Nothing of it is ever shown. FX thread
/// only.
public final class FirstLook {
  private static final double WIDTH = 1_200;
  private static final double ROW = 32;
  private static final int COLUMNS = 8;
  private static final int ROWS = 30;
  private static final int ROWS_AT_A_TIME = 2;

  /// By then the console stands.
  private static final Duration LATER = Duration.seconds(2.5);

  private static final Duration BETWEEN = Duration.millis(100);

  private FirstLook() {}

  /// Takes it.
  public static void take() {
    Button button = new Button("0", Icons.CLOSE.node());
    Canvas canvas = new Canvas(16, 16);
    ComboBox<String> choice = new ComboBox<>();
    HBox controls =
        new HBox(new Label("0"), button, new ToggleButton("0"), new TextField("0"), choice, canvas);
    TableView<String> table = table();
    Scene scene = new Scene(new VBox(controls, new ScrollPane(new Label("0 °C"))), 400, 300);
    Theme theme = new Theme(scene, Appearance.of(Remembered.forNow(), ThemePreference.SYSTEM));
    canvas.getGraphicsContext2D().setFont(Fonts.bold(16));
    canvas.getGraphicsContext2D().setFill(theme.palette().get().muted());
    canvas.getGraphicsContext2D().fillText("0.0", 0, 16);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    fillLater(new Pane(table), table, scene);
  }

  private static void fillLater(Pane all, TableView<String> table, Scene scene) {
    Timeline steps =
        new Timeline(
            new KeyFrame(
                BETWEEN,
                _ -> {
                  scene.setRoot(all); // the same again changes nothing
                  table.resize(WIDTH, table.getHeight() + ROWS_AT_A_TIME * ROW);
                  all.applyCss();
                  all.layout();
                }));
    steps.setDelay(LATER);
    steps.setCycleCount(ROWS / ROWS_AT_A_TIME);
    steps.play();
  }

  private static TableView<String> table() {
    TableView<String> table =
        new TableView<>(
            FXCollections.observableList(
                IntStream.range(0, ROWS).mapToObj(String::valueOf).toList()));
    table.setFixedCellSize(ROW);
    table.setManaged(false);
    for (int i = 0; i < COLUMNS; i++) {
      TableColumn<String, String> column = new TableColumn<>("0");
      column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
      table.getColumns().add(column);
    }
    table.getSelectionModel().selectFirst();
    return table;
  }
}
