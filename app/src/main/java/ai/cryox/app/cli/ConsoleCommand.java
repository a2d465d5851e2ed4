package ai.cryox.app.cli;

import ai.cryox.app.fx.Remembered;
import ai.cryox.app.servers.Server;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.shell.OpeningWindow;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.app.wiring.KnownServers;
import ai.cryox.app.wiring.Monitoring;
import ai.cryox.app.wiring.RunningBackend;
import ai.cryox.backend.endpoint.RelaySettings;
import ai.cryox.backend.store.FolderInUseException;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `cryox console`: the window with the backend inside.
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = "Open the console and monitor on this machine.",
    footer = {
      "",
      "Without --mqtts, devices are taken on this machine's loopback address only. `cryox user`"
          + " makes accounts."
    })
public final class ConsoleCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Mixin private BackendOptions backend = new BackendOptions();

  @Option(
      names = "--theme",
      defaultValue = "SYSTEM",
      description = "${COMPLETION-CANDIDATES}. Usual: ${DEFAULT-VALUE}.")
  private ThemePreference theme = ThemePreference.SYSTEM;

  @Option(
      names = "--user",
      paramLabel = "SIGN-IN",
      description =
          "Sign in with this account before the window opens, here or with --server there; asks for"
              + " its password. Usual: the window asks once there are accounts.")
  private @Nullable String user;

  @Option(
      names = "--gallery",
      description = "Only look at every control in every state; nothing is monitored.")
  private boolean gallery;

  @Mixin private PasswordInput password = new PasswordInput();

  @Mixin private SeatOptions seat = new SeatOptions();

  @Mixin private ServerOptions server = new ServerOptions();

  @Spec private @Nullable CommandSpec spec;

  /// @param clock everybody's clock
  public ConsoleCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLines.require(
        Toolkit.hasDisplay(),
        spec,
        "There is no display (DISPLAY is not set). Use `cryox serve` to monitor without a window.");
    if (gallery) {
      GalleryWindow.show(clock, theme);
      return 0;
    }
    backend.takeSettings(spec);
    KnownServers servers =
        new KnownServers(backend.folder().resolve("servers"), clock, seat.redirects());
    Remembered remembered = Remembered.in(backend.folder().resolve("console.properties"));
    if (server.isGiven()) {
      server
          .open(servers, clock, theme, spec, user, password, remembered, seat.limits())
          .warmUp()
          .awaitStop();
      return 0;
    }
    String name = backend.folder().getFileName().toString();
    Toolkit.Coming toolkit =
        Toolkit.begin(true, () -> OpeningWindow.show(name, theme, remembered, clock));
    try (Monitoring monitoring = backend.start(clock, true, RelaySettings.OFF, null)) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(monitoring::close));
      ConsoleRun.open(
              toolkit.await(),
              monitoring,
              session(monitoring),
              user == null ? "" : user,
              name,
              clock,
              theme,
              servers,
              remembered,
              seat.limits())
          .warmUp()
          .awaitStop();
    } catch (FolderInUseException running) {
      attach(servers, running, remembered, toolkit).warmUp().awaitStop();
    }
    return 0;
  }

  /// Of whoever signs in before the window opens, or `null`.
  private @Nullable Session session(Monitoring monitoring) {
    String name = user;
    if (name == null) {
      return null;
    }
    char[] typed = password.readKnown(name);
    try {
      return monitoring.signIn(new SignIn.Password(name, typed.clone()));
    } catch (SignInRefusedException refused) {
      if (refused.reason() != SignInRefusedException.Reason.PASSWORD_CHANGE_DUE) {
        throw refused;
      }
      String fresh = PasswordInput.askFresh(name);
      return monitoring.signIn(new SignIn.Password(name, typed.clone(), fresh.toCharArray()));
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  /// Looks at the backend that runs on the folder already.
  private ConsoleRun attach(
      KnownServers servers,
      FolderInUseException running,
      Remembered remembered,
      Toolkit.Coming toolkit) {
    Server server = RunningBackend.on(backend.folder(), servers);
    if (server == null) {
      throw running;
    }
    Session session = servers.connect(server, new SignIn.Desk(CommandLines.userName()));
    return ConsoleRun.openAt(
        toolkit.await(), server, session, clock, theme, servers, remembered, seat.limits());
  }
}
