package ai.cryox.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/// Which theme is on, and the switch. A scene it was installed on is dressed again at once;
/// canvases listen to {@link #palette()} and repaint. FX thread only.
public final class Theme {
  private final ReadOnlyObjectWrapper<Palette> palette =
      new ReadOnlyObjectWrapper<>(this, "palette", Palette.DARK);
  private final Scene scene;
  private ThemePreference preference;

  /// Dresses a scene, now and whenever the preference or the desktop's own scheme changes.
  public Theme(Scene scene, ThemePreference preference) {
    this.scene = scene;
    this.preference = preference;
    Fonts.load();
    Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> dress());
    dress();
  }

  /// The colours in use.
  public ReadOnlyObjectProperty<Palette> palette() {
    return palette.getReadOnlyProperty();
  }

  /// Whether the dark theme is on, wished or by the desktop.
  public boolean isDark() {
    return switch (preference) {
      case DARK -> true;
      case LIGHT -> false;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /// From dark to light and back; from then on the desktop's scheme no longer matters.
  public void toggle() {
    prefer(isDark() ? ThemePreference.LIGHT : ThemePreference.DARK);
  }

  /// Changes the preference.
  public void prefer(ThemePreference wanted) {
    preference = wanted;
    dress();
  }

  private void dress() {
    boolean dark = isDark();
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().setAll(sheet(dark ? "dark" : "light"), sheet("base"));
    scene.setFill(dark ? Palette.DARK.ground() : Palette.LIGHT.ground());
    palette.set(dark ? Palette.DARK : Palette.LIGHT);
  }

  private static String sheet(String name) {
    URL url = Theme.class.getResource("css/" + name + ".css");
    return Objects.requireNonNull(url, name).toExternalForm();
  }
}
