package ai.cryox.app.pictures;

import ai.cryox.app.fx.FxThread;
import ai.cryox.app.fx.Remembered;
import ai.cryox.app.seat.IdleLimits;
import ai.cryox.app.servers.Server;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.KnownServers;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Takes all pictures that are wanted. JavaFX must run; not on its thread. The language and the
/// time zone are the process's own.
public final class PictureRun {
  private static final String NAME = "Harbour cold store";
  private static final Duration SINCE_LOST = Duration.ofSeconds(95);
  private static final int MOST_LOOKS = 600;

  private final PictureWish wish;
  private final Path work;
  private final Consumer<String> progress;

  /// @param work a folder for the data, which may be deleted afterwards
  /// @param progress told in a line what was done
  public PictureRun(PictureWish wish, Path work, Consumer<String> progress) {
    this.wish = wish;
    this.work = work;
    this.progress = progress;
  }

  /// Takes them.
  ///
  /// @return the files, in the order in which they were taken
  /// @throws IOException if the folder cannot be made
  public List<Path> take() throws IOException {
    Files.createDirectories(wish.out());
    FxThread.get(WideFrames::drop);
    List<Path> files = new ArrayList<>();
    for (PictureState state : wish.states()) {
      Path data = work.resolve(state.word());
      try (StagedSite site = new StagedSite(data)) {
        if (state != PictureState.EMPTY) {
          site.live(state == PictureState.ALARMS, ZoneId.systemDefault());
          site.file();
        }
        progress.accept(
            "%s: %d devices, %d alarms."
                .formatted(
                    state.word(),
                    site.session().live().latest().devices().size(),
                    site.session().live().latest().alarms().size()));
        files.addAll(state == PictureState.DISCONNECTED ? lost(site) : here(site, state));
      }
    }
    return files;
  }

  private List<Path> here(StagedSite site, PictureState state) {
    ConsoleRun console =
        ConsoleRun.open(
            null,
            site.session(),
            NAME,
            site.clock(),
            ThemePreference.DARK,
            new KnownServers(work.resolve("servers"), site.clock()),
            Remembered.forNow());
    try {
      return new Photographer(console, wish).shoot(state, site.session().live().latest());
    } finally {
      close(console);
    }
  }

  /// Looks at the site as at a server, and then the server goes.
  private List<Path> lost(StagedSite site) {
    KnownServers servers = new KnownServers(work.resolve("servers"), site.clock());
    Server server =
        new Server(
            "harbour",
            NAME,
            URI.create("http://127.0.0.1:" + site.httpPort()),
            Place.FACILITY_SERVER,
            List.of(),
            null,
            "");
    Session session = servers.connect(server, new SignIn.Desk("Anna Berg"));
    ConsoleRun console =
        ConsoleRun.openAt(
            null,
            server,
            session,
            site.clock(),
            ThemePreference.DARK,
            servers,
            Remembered.forNow(),
            IdleLimits.USUAL);
    try {
      Photographer photographer = new Photographer(console, wish);
      photographer.walk(site.session().live().latest());
      site.close();
      for (int i = 0; i < MOST_LOOKS && session.standing().isConnected(); i++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      site.pass(SINCE_LOST);
      return photographer.shoot(PictureState.DISCONNECTED, session.live().latest());
    } finally {
      close(console);
      session.close();
    }
  }

  private static void close(ConsoleRun console) {
    FxThread.get(() -> {
      console.window().close();
      return console;
    });
  }
}
