package ai.cryox.app.shell;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.servers.Server;
import ai.cryox.app.servers.Servers;
import ai.cryox.app.servers.Travel;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A console window, from its opening until somebody stops monitoring. It looks at what is
/// monitored on this machine or, for a while, at a server: then the window is made anew over the
/// other session, on the same stage.
public final class ConsoleRun {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Stage stage = new Stage();
  private final InstantSource clock;
  private final @Nullable Home home;
  private final ConsoleContext context;
  private @Nullable Session away;
  private @Nullable Server at;
  private ConsoleWindow window;

  private ConsoleRun(
      Session session,
      Place place,
      String name,
      InstantSource clock,
      ThemePreference theme,
      @Nullable Servers servers,
      @Nullable Server at,
      Remembered remembered) {
    this.clock = clock;
    this.at = at;
    this.away = at == null ? null : session;
    this.home = at == null ? new Home(session, name) : null;
    ConsoleContext alone =
        new ConsoleContext(
                place,
                name,
                clock,
                ZoneId.systemDefault(),
                Locale.getDefault(),
                theme,
                stopped::countDown)
            .withRemembered(remembered)
            .at(place, name, session.clock(clock), null);
    this.context = servers == null ? alone : alone.withTravel(new Way(servers));
    this.window = new ConsoleWindow(stage, session, context);
    window.show();
  }

  /// Opens the window on what is monitored here. The toolkit must run.
  public static ConsoleRun open(
      Session session, String dataSet, InstantSource clock, ThemePreference theme) {
    return FxThread.get(() ->
        new ConsoleRun(
            session, Place.LOCAL, dataSet, clock, theme, null, null, Remembered.forNow()));
  }

  /// The same, with a way to servers.
  public static ConsoleRun open(
      Session session,
      String dataSet,
      InstantSource clock,
      ThemePreference theme,
      Servers servers,
      Remembered remembered) {
    return FxThread.get(() ->
        new ConsoleRun(session, Place.LOCAL, dataSet, clock, theme, servers, null, remembered));
  }

  /// Opens the window on a server; nothing is monitored here.
  public static ConsoleRun openAt(
      Server server,
      Session session,
      InstantSource clock,
      ThemePreference theme,
      Servers servers,
      Remembered remembered) {
    return FxThread.get(() ->
        new ConsoleRun(
            session, server.place(), server.name(), clock, theme, servers, server, remembered));
  }

  /// The window. FX thread only.
  public ConsoleWindow window() {
    return window;
  }

  /// Waits until somebody agrees to stop monitoring.
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /// Writes what the window shows to a PNG file.
  public void writePicture(Path file) {
    FxThread.get(() -> {
      try {
        window.writePicture(file);
        return file;
      } catch (IOException failed) {
        throw new UncheckedIOException("The picture %s cannot be written.".formatted(file), failed);
      }
    });
  }

  private void look(Session session, ConsoleContext where) {
    window.leave();
    if (away != null) {
      away.close();
    }
    window = new ConsoleWindow(stage, session, where);
    window.show();
  }

  /// There and back.
  private final class Way implements Travel {
    private final Servers servers;

    Way(Servers servers) {
      this.servers = servers;
    }

    @Override
    public Servers servers() {
      return servers;
    }

    @Override
    public @Nullable Server at() {
      return at;
    }

    @Override
    public @Nullable String home() {
      return home == null ? null : home.name();
    }

    @Override
    public void visit(Server server, Session session) {
      look(session, context.at(server.place(), server.name(), session.clock(clock), home));
      away = session;
      at = server;
    }

    @Override
    public void goHome() {
      Home back = home;
      if (back != null && at != null) {
        look(back.session(), context.at(Place.LOCAL, back.name(), clock, null));
        away = null;
        at = null;
      }
    }
  }
}
