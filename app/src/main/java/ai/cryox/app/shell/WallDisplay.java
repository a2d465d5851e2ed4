package ai.cryox.app.shell;

import ai.cryox.app.fx.LiveView;
import ai.cryox.app.overview.CyclingWall;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.theme.Appearance;
import ai.cryox.app.theme.Theme;
import ai.cryox.app.theme.Zoom;
import ai.cryox.core.live.LiveSnapshot;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A second window for a display on the wall: full screen, on another screen if there is one, one
/// area after the other, always under the alarm bar. `Esc` or `F11` closes it. FX thread only.
final class WallDisplay {
  private final ScreenContext context;
  private final Theme around;
  private final String place;
  private final LiveView follower = this::show;
  private @Nullable Stage stage;
  private @Nullable AlarmBar bar;
  private @Nullable CyclingWall wall;
  private @Nullable ChangeListener<Appearance> dresser;
  private final TroubleBanner banner = new TroubleBanner();

  /// @param around the window that opens it: they look alike
  /// @param place what the bar says of where one looks
  WallDisplay(ScreenContext context, Theme around, String place) {
    this.context = context;
    this.around = around;
    this.place = place;
  }

  /// Opens it beside this window, or closes it.
  void toggle(@Nullable Stage opener) {
    if (stage == null) {
      open(opener);
    } else {
      close();
    }
  }

  private void open(@Nullable Stage opener) {
    Rectangle2D room = room(opener);
    Scene scene = new Scene(new StackPane(), room.getWidth(), room.getHeight());
    Theme theme = new Theme(scene, around.appearance().get());
    dresser = (_, _, wish) -> theme.prefer(wish);
    around.appearance().addListener(dresser);
    bar = new AlarmBar(context, place, null);
    wall = new CyclingWall(context);
    BorderPane frame = new BorderPane(wall.node());
    frame.setTop(new VBox(bar.node(), banner.node()));
    frame.getStyleClass().add("frame");
    scene.setRoot(new Zoom(frame, theme.zoom()));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    Stage made = new Stage();
    made.setScene(scene);
    made.setTitle(context.messages().text("overview.display") + " – Cryox Console");
    made.setX(room.getMinX());
    made.setY(room.getMinY());
    made.setFullScreenExitHint("");
    made.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    made.setFullScreen(true);
    made.setOnCloseRequest(_ -> close());
    stage = made;
    made.show();
    context.pulse().attach(follower);
  }

  /// Another screen than the opener's, if there is one.
  private static Rectangle2D room(@Nullable Stage opener) {
    List<Screen> screens = Screen.getScreens();
    List<Screen> taken =
        opener == null
            ? List.of(Screen.getPrimary())
            : Screen.getScreensForRectangle(
                opener.getX(), opener.getY(), opener.getWidth(), opener.getHeight());
    return screens.stream()
        .filter(screen -> !taken.contains(screen))
        .findFirst()
        .orElse(Screen.getPrimary())
        .getBounds();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE, F11 -> {
        close();
        event.consume();
      }
      default -> {}
    }
  }

  private void show(LiveSnapshot snapshot, Instant now) {
    banner.show(Trouble.of(context.session().standing(), snapshot, now, context.units()));
    if (bar != null && wall != null) {
      bar.show(snapshot, now);
      wall.show(snapshot, now);
    }
  }

  /// The display's scene while it is open.
  @Nullable Scene scene() {
    return stage == null ? null : stage.getScene();
  }

  /// Closes it if it is open.
  void close() {
    if (stage == null) {
      return;
    }
    context.pulse().detach(follower);
    if (dresser != null) {
      around.appearance().removeListener(dresser);
    }
    stage.close();
    stage = null;
    bar = null;
    wall = null;
  }
}
