package ai.cryox.app.shell;

import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.backend.Place;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

/// What the console must know of the world around it.
///
/// @param place where the backend runs; the frame always says it
/// @param dataSetName what people call the data they look at
/// @param clock the console's clock
/// @param zone of all local times
/// @param locale the language
/// @param theme what somebody wants it to look like
/// @param onStopMonitoring run once on the FX thread, after somebody agreed to stop
public record ConsoleContext(
    Place place,
    String dataSetName,
    InstantSource clock,
    ZoneId zone,
    Locale locale,
    ThemePreference theme,
    Runnable onStopMonitoring) {}
