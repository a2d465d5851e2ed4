package ai.cryox.app.gallery;

import ai.cryox.app.screen.Choice;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.screen.Exhibit;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.Screen;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.theme.Palette;
import ai.cryox.app.theme.ThemePreference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// All exhibits below each other, in any of the three themes. FX thread only.
public final class GalleryView implements Screen {
  private final ScreenContext context;
  private final Choice<ThemePreference> theme;
  private final BorderPane root = new BorderPane();

  /// @param exhibits of whoever keeps its controls to itself
  /// @param wear puts another theme on
  public GalleryView(
      ScreenContext context, List<Exhibit> exhibits, Consumer<ThemePreference> wear) {
    this.context = context;
    theme =
        new Choice<>(
            "gallery-theme",
            List.of(ThemePreference.DARK, ThemePreference.LIGHT, ThemePreference.HIGH_CONTRAST),
            one -> context.messages().of("theme", one),
            wear);
    List<Exhibit> all = new ArrayList<>(exhibits);
    all.addAll(new ControlExhibits(context).all());
    all.add(new StateExhibit(context).exhibit());
    VBox halls = new VBox(16);
    all.forEach(exhibit -> halls.getChildren().add(hall(exhibit)));
    ScrollPane scroll = Nodes.scroll(halls);
    scroll.setId("gallery");
    var bar =
        Nodes.row(
            12,
            Nodes.label(context.messages().text("gallery.title"), "page-title"),
            Nodes.spacer(),
            theme.node());
    bar.setPadding(new Insets(0, 0, 12, 0));
    root.getStyleClass().add("screen");
    root.setTop(bar);
    root.setCenter(scroll);
  }

  private VBox hall(Exhibit exhibit) {
    VBox hall = new VBox(12, Nodes.label(context.messages().text(exhibit.name()), "panel-title"));
    hall.getChildren().addAll(exhibit.nodes());
    hall.getStyleClass().add("panel");
    return hall;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void attach(Destination destination) {
    Palette now = context.palette().get();
    theme.choose(
        now.equals(Palette.LIGHT)
            ? ThemePreference.LIGHT
            : now.equals(Palette.HIGH_CONTRAST)
                ? ThemePreference.HIGH_CONTRAST
                : ThemePreference.DARK);
  }

  @Override
  public void detach() {}

  @Override
  public void focus() {
    theme.focus();
  }
}
