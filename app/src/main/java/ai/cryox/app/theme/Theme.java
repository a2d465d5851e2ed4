package ai.cryox.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// How one scene looks, and the switches. It is dressed again at once when the wish or the
/// desktop's own preferences change; canvases listen to {@link #palette()} and repaint. FX thread
/// only.
public final class Theme {
  /// Windows tells so under this name; other desktops tell by their colour scheme alone.
  private static final String WINDOWS_CONTRAST = "Windows.SPI.HighContrast";

  private final ReadOnlyObjectWrapper<Palette> palette =
      new ReadOnlyObjectWrapper<>(this, "palette", Palette.DARK);
  private final ReadOnlyObjectWrapper<Appearance> appearance;
  private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper(this, "still");
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
  private final Scene scene;

  /// The desktop outlives every window, so it must not hold one.
  private final InvalidationListener follower = _ -> dress();

  /// Dresses a scene, now and whenever the wish or the desktop's own preferences change.
  public Theme(Scene scene, Appearance wish) {
    this.scene = scene;
    this.appearance = new ReadOnlyObjectWrapper<>(this, "appearance", wish);
    Fonts.load();
    var desktop = Platform.getPreferences();
    desktop.colorSchemeProperty().addListener(new WeakInvalidationListener(follower));
    desktop.reducedMotionProperty().addListener(new WeakInvalidationListener(follower));
    dress();
  }

  /// The colours in use.
  public ReadOnlyObjectProperty<Palette> palette() {
    return palette.getReadOnlyProperty();
  }

  /// What is wished.
  public ReadOnlyObjectProperty<Appearance> appearance() {
    return appearance.getReadOnlyProperty();
  }

  /// Whether nothing may flash, by wish or because the desktop says so.
  public ReadOnlyBooleanProperty still() {
    return still.getReadOnlyProperty();
  }

  /// Size of everything, 1 being 100 %.
  public ReadOnlyDoubleProperty zoom() {
    return zoom.getReadOnlyProperty();
  }

  /// From dark to light and back; from then on the desktop's scheme no longer matters.
  public void toggle() {
    boolean light = Palette.LIGHT.equals(palette.get());
    prefer(appearance.get().with(light ? ThemePreference.DARK : ThemePreference.LIGHT));
  }

  /// Changes the wish.
  public void prefer(Appearance wish) {
    appearance.set(wish);
    dress();
  }

  /// The colours that a wish comes to on this desktop. FX thread only.
  public static Palette wanted(ThemePreference wish) {
    return switch (wish) {
      case DARK -> Palette.DARK;
      case LIGHT -> Palette.LIGHT;
      case HIGH_CONTRAST -> Palette.HIGH_CONTRAST;
      case SYSTEM -> ofDesktop();
    };
  }

  private static Palette ofDesktop() {
    var desktop = Platform.getPreferences();
    if (Boolean.TRUE.equals(desktop.get(WINDOWS_CONTRAST))) {
      return Palette.HIGH_CONTRAST;
    }
    return desktop.getColorScheme() == ColorScheme.DARK ? Palette.DARK : Palette.LIGHT;
  }

  private void dress() {
    Appearance wish = appearance.get();
    Palette colours = wanted(wish.theme());
    double size = wish.percent() / 100.0;
    closePopups();
    Application.setUserAgentStylesheet(
        Palette.LIGHT.equals(colours)
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .setAll(
            TokenSheet.address(TokenSheet.of(colours)),
            sheet(),
            TokenSheet.address(TokenSheet.popups(size)));
    scene.setFill(colours.ground());
    still.set(
        wish.motion() == Motion.STILL
            || (wish.motion() == Motion.SYSTEM && Platform.getPreferences().isReducedMotion()));
    zoom.set(size);
    palette.set(colours);
  }

  /// What hangs open above the window would keep half of its old dress.
  private void closePopups() {
    for (Window open : List.copyOf(Window.getWindows())) {
      if (open instanceof PopupWindow popup && popup.getOwnerWindow().equals(scene.getWindow())) {
        popup.hide();
      }
    }
  }

  private static String sheet() {
    URL url = Theme.class.getResource("css/base.css");
    return Objects.requireNonNull(url, "css/base.css").toExternalForm();
  }
}
