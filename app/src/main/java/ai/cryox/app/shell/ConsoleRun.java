package ai.cryox.app.shell;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.seat.BrowserDoor;
import ai.cryox.app.seat.FrontDesk;
import ai.cryox.app.seat.IdleLimits;
import ai.cryox.app.seat.Seats;
import ai.cryox.app.servers.Server;
import ai.cryox.app.servers.Servers;
import ai.cryox.app.servers.Travel;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A console window, from its opening until somebody stops monitoring. It looks at what is
/// monitored on this machine or, for a while, at a server, as whoever signed in there or as nobody:
/// when that changes, the window is made anew over the other session, on the same stage.
public final class ConsoleRun {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Stage stage;
  private final InstantSource clock;
  private final @Nullable BrowserDoor door;
  private final IdleLimits limits;
  private final @Nullable FrontDesk desk;
  private final String name;
  private final ConsoleContext context;
  private @Nullable Seated here;
  private @Nullable Seated away;
  private @Nullable Server at;
  private boolean warmsUp;
  private String lastName = "";
  private ConsoleWindow window;

  /// Somebody who said who they are.
  ///
  /// @param signInName what they typed
  private record Seated(Session session, String signInName) {}

  private ConsoleRun(
      @Nullable OpeningWindow opening,
      @Nullable FrontDesk desk,
      @Nullable Seated first,
      @Nullable Server at,
      String name,
      InstantSource clock,
      ThemePreference theme,
      @Nullable Servers servers,
      Remembered remembered,
      IdleLimits limits) {
    this.stage = opening == null ? new Stage() : opening.stage();
    this.desk = desk;
    this.at = at;
    this.name = name;
    this.clock = clock;
    this.limits = limits;
    this.door = desk == null || servers == null ? null : servers.door();
    this.here = at == null ? first : null;
    this.away = at == null ? null : first;
    Session session = shown();
    Place place = at == null ? Place.LOCAL : at.place();
    ConsoleContext alone =
        new ConsoleContext(
                place,
                name,
                clock,
                ZoneId.systemDefault(),
                Locale.getDefault(),
                theme,
                stopped::countDown)
            .at(place, name, session.clock(clock), null)
            .withRemembered(remembered)
            .withSeats(new Chair(), desk == null ? null : desk.workshop());
    this.context = servers == null ? alone : alone.withTravel(new Way(servers));
    this.window = new ConsoleWindow(stage, session, context);
    window.show();
  }

  /// Opens the window on what is monitored here, where nobody is ever asked who they are. The
  /// toolkit must run.
  public static ConsoleRun open(
      Session session, String dataSet, InstantSource clock, ThemePreference theme) {
    return open(null, session, dataSet, clock, theme, null, Remembered.forNow());
  }

  /// The same, with what else there is.
  ///
  /// @param opening the window that stands there already, or `null`
  /// @param servers the way to others, or `null`
  /// @param remembered how somebody likes it to look
  public static ConsoleRun open(
      @Nullable OpeningWindow opening,
      Session session,
      String dataSet,
      InstantSource clock,
      ThemePreference theme,
      @Nullable Servers servers,
      Remembered remembered) {
    return open(
        opening,
        FrontDesk.of(session),
        null,
        "",
        dataSet,
        clock,
        theme,
        servers,
        remembered,
        IdleLimits.USUAL);
  }

  /// Opens the window on what is monitored here, where people sign in once there are accounts.
  ///
  /// @param opening the window that stands there already, or `null`
  /// @param person whoever signed in before, or `null`
  /// @param signInName what they typed; empty for nobody
  public static ConsoleRun open(
      @Nullable OpeningWindow opening,
      FrontDesk desk,
      @Nullable Session person,
      String signInName,
      String dataSet,
      InstantSource clock,
      ThemePreference theme,
      @Nullable Servers servers,
      Remembered remembered,
      IdleLimits limits) {
    Seated first = person == null ? null : new Seated(person, signInName);
    return FxThread.get(() ->
        new ConsoleRun(
            opening, desk, first, null, dataSet, clock, theme, servers, remembered, limits));
  }

  /// Opens the window on a server; nothing is monitored here.
  ///
  /// @param opening the window that stands there already, or `null`
  public static ConsoleRun openAt(
      @Nullable OpeningWindow opening,
      Server server,
      Session session,
      InstantSource clock,
      ThemePreference theme,
      Servers servers,
      Remembered remembered,
      IdleLimits limits) {
    Seated first = new Seated(session, server.signInName());
    return FxThread.get(() ->
        new ConsoleRun(
            opening,
            null,
            first,
            server,
            server.name(),
            clock,
            theme,
            servers,
            remembered,
            limits));
  }

  /// The window. FX thread only.
  public ConsoleWindow window() {
    return window;
  }

  /// Has this window, and each that comes after it, made ready in quiet moments: see {@link
  /// ConsoleWindow#warmUp}. Any thread.
  ///
  /// @return this
  public ConsoleRun warmUp() {
    return FxThread.get(() -> {
      warmsUp = true;
      window.warmUp();
      return this;
    });
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

  private Session atHome() {
    Seated person = here;
    return person == null ? requireDesk().session() : person.session();
  }

  private FrontDesk requireDesk() {
    if (desk == null) {
      throw new IllegalStateException("nothing is monitored on this machine");
    }
    return desk;
  }

  private Session shown() {
    Seated there = away;
    return there == null ? atHome() : there.session();
  }

  /// Makes the window anew over what is shown now.
  private void look() {
    boolean hasWall = window.wallScene() != null;
    window.leave();
    Session session = shown();
    Server server = at;
    ConsoleContext where =
        server == null
            ? context.at(Place.LOCAL, name, clock, null)
            : context.at(
                server.place(),
                server.name(),
                session.clock(clock),
                desk == null ? null : new Home(atHome(), name));
    window = new ConsoleWindow(stage, session, where);
    window.show();
    if (hasWall) {
      window.showWall();
    }
    if (warmsUp) {
      window.warmUp();
    }
  }

  private void comeHome() {
    Seated there = away;
    away = null;
    at = null;
    look();
    closeBeside(there);
  }

  /// Signing out at a server waits for the network.
  private static void closeBeside(@Nullable Seated person) {
    if (person != null) {
      Thread.ofVirtual().name("sign-out").start(person.session()::close);
    }
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
      return desk == null ? null : name;
    }

    @Override
    public void visit(Server server, Session session) {
      Seated before = away;
      away = new Seated(session, server.signInName());
      at = server;
      look();
      closeBeside(before);
    }

    @Override
    public void goHome() {
      if (desk != null && at != null) {
        comeHome();
      }
    }
  }

  /// Who sits there.
  private final class Chair implements Seats {
    private @Nullable Seated person() {
      return at == null ? here : away;
    }

    @Override
    public boolean asks() {
      return at == null && here == null && desk != null && desk.hasAccounts();
    }

    @Override
    public boolean isSignedIn() {
      return person() != null;
    }

    @Override
    public String signInName() {
      Seated person = person();
      return person == null ? lastName : person.signInName();
    }

    @Override
    public Duration idleLimit() {
      return limits.of(shown().who().grants());
    }

    @Override
    public Session signIn(SignIn who) {
      return requireDesk().signIn(who);
    }

    @Override
    public List<IssuerOffer> offers() {
      return desk == null || at != null ? List.of() : desk.offers();
    }

    @Override
    public @Nullable BrowserDoor door() {
      return door;
    }

    @Override
    public void sitDown(Session session, String signInName) {
      here = new Seated(session, signInName);
      lookAgain();
    }

    private void lookAgain() {
      Destination before = window.current();
      look();
      window.go(before);
    }

    @Override
    public boolean lock() {
      Seated person = here;
      boolean atHome = person != null && person.session().lock();
      return at == null ? atHome : shown().lock();
    }

    @Override
    public void standUp() {
      if (at != null) {
        leaveServer();
        return;
      }
      Seated person = here;
      if (person == null) {
        return;
      }
      lastName = person.signInName();
      here = null;
      lookAgain();
      closeBeside(person);
    }

    /// Where nothing is monitored here, there is nothing left to look at.
    private void leaveServer() {
      if (desk != null) {
        comeHome();
        return;
      }
      window.close();
      closeBeside(away);
      stopped.countDown();
    }
  }
}
