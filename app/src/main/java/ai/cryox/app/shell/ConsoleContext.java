package ai.cryox.app.shell;

import ai.cryox.app.fx.Remembered;
import ai.cryox.app.servers.Travel;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.backend.Place;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the console must know of the world around it.
///
/// @param place where the backend runs; the frame always says it
/// @param dataSetName what people call the data they look at
/// @param clock the backend's clock, as the console knows it
/// @param zone of all local times
/// @param locale the language
/// @param theme what somebody wants it to look like
/// @param onStopMonitoring run once on the FX thread, after somebody agreed to stop
/// @param here this machine's clock
/// @param travel the way to other backends, or `null` if there is none
/// @param remembered what somebody likes on this machine
/// @param home what is monitored here while the window looks elsewhere, or `null`
public record ConsoleContext(
    Place place,
    String dataSetName,
    InstantSource clock,
    ZoneId zone,
    Locale locale,
    ThemePreference theme,
    Runnable onStopMonitoring,
    InstantSource here,
    @Nullable Travel travel,
    Remembered remembered,
    @Nullable Home home) {
  /// Of a window that looks at one backend for ever.
  public ConsoleContext(
      Place place,
      String dataSetName,
      InstantSource clock,
      ZoneId zone,
      Locale locale,
      ThemePreference theme,
      Runnable onStopMonitoring) {
    this(
        place,
        dataSetName,
        clock,
        zone,
        locale,
        theme,
        onStopMonitoring,
        clock,
        null,
        Remembered.forNow(),
        null);
  }

  /// The same with a way to other backends.
  ConsoleContext withTravel(Travel way) {
    return new ConsoleContext(
        place,
        dataSetName,
        clock,
        zone,
        locale,
        theme,
        onStopMonitoring,
        here,
        way,
        remembered,
        home);
  }

  /// The same with a memory.
  public ConsoleContext withRemembered(Remembered kept) {
    return new ConsoleContext(
        place, dataSetName, clock, zone, locale, theme, onStopMonitoring, here, travel, kept, home);
  }

  /// The same, looking somewhere else.
  ///
  /// @param left what goes on being monitored here, or `null`
  ConsoleContext at(Place where, String name, InstantSource itsClock, @Nullable Home left) {
    return new ConsoleContext(
        where,
        name,
        itsClock,
        zone,
        locale,
        theme,
        onStopMonitoring,
        here,
        travel,
        remembered,
        left);
  }
}
