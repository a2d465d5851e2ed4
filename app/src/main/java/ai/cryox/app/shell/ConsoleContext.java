package ai.cryox.app.shell;

import ai.cryox.app.fx.Remembered;
import ai.cryox.app.seat.Seats;
import ai.cryox.app.servers.Travel;
import ai.cryox.app.start.Workshop;
import ai.cryox.app.text.Messages;
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
/// @param seats who sits there, or `null` where nobody is ever asked
/// @param workshop helps to set up what is monitored here, or `null`
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
    @Nullable Home home,
    @Nullable Seats seats,
    @Nullable Workshop workshop) {
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
        null,
        null,
        null);
  }

  /// Where the backend runs and what its data are called, as the frame says it.
  String placeLine(Messages messages) {
    return (messages.of("place", place) + " · " + dataSetName).toUpperCase(Locale.ROOT);
  }

  private ConsoleContext with(
      @Nullable Travel way, Remembered kept, @Nullable Seats chairs, @Nullable Workshop helps) {
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
        kept,
        home,
        chairs,
        helps);
  }

  /// The same with a way to other backends.
  ConsoleContext withTravel(Travel way) {
    return with(way, remembered, seats, workshop);
  }

  /// The same with a memory.
  public ConsoleContext withRemembered(Remembered kept) {
    return with(travel, kept, seats, workshop);
  }

  /// The same where people sign in.
  ConsoleContext withSeats(Seats chairs, @Nullable Workshop helps) {
    return with(travel, remembered, chairs, helps);
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
        left,
        seats,
        workshop);
  }
}
