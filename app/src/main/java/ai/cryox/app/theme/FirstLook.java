package ai.cryox.app.theme;

import ai.cryox.app.fx.Remembered;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Has the toolkit read fonts and style sheets, and dress one of each usual control, while the
/// backend is still being opened: the first window then only has to be laid out. Nothing of it is
/// ever shown. FX thread only.
public final class FirstLook {
  private FirstLook() {}

  /// Takes it.
  public static void take() {
    Button button = new Button("0", Icons.CLOSE.node());
    Canvas canvas = new Canvas(16, 16);
    ComboBox<String> choice = new ComboBox<>();
    HBox controls =
        new HBox(new Label("0"), button, new ToggleButton("0"), new TextField("0"), choice, canvas);
    Scene scene = new Scene(new VBox(controls, new ScrollPane(new Label("0 °C"))), 400, 300);
    Theme theme = new Theme(scene, Appearance.of(Remembered.forNow(), ThemePreference.SYSTEM));
    canvas.getGraphicsContext2D().setFont(Fonts.bold(16));
    canvas.getGraphicsContext2D().setFill(theme.palette().get().muted());
    canvas.getGraphicsContext2D().fillText("0.0", 0, 16);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }
}
