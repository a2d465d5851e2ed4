package ai.cryox.app.screen;

import ai.cryox.app.fx.Background;
import ai.cryox.app.fx.FxPulse;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.backend.Session;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/// What every screen is given.
///
/// @param session the backend, as the person signed in sees it
/// @param pulse the coalesced tick
/// @param background where blocking calls are made
/// @param units numbers and times in words
/// @param palette the colours in use
/// @param still whether nothing may flash
/// @param remembered how somebody likes the screens to look
/// @param clock the console's clock
/// @param frame the window around the screen
public record ScreenContext(
    Session session,
    FxPulse pulse,
    Background background,
    Units units,
    ReadOnlyObjectProperty<Palette> palette,
    ObservableBooleanValue still,
    Remembered remembered,
    InstantSource clock,
    Frame frame) {
  /// The words.
  public Messages messages() {
    return units.messages();
  }
}
