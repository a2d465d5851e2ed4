package ai.cryox.connectors.cloud;

import ai.cryox.core.backend.Backend;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.backend.Standing.State;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.people.SignedIn;
import ai.cryox.core.tree.TreeReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A backend on another machine. What it cannot do, its sessions say by their features; a server
/// that has nothing but the seed's three routes is asked for these, as often as its policy lets.
///
/// Closing it closes its sessions; over there, monitoring goes on.
public final class CloudBackend implements Backend {
  private static final Duration FIRST_STATE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 50;

  private final CloudSettings settings;
  private final InstantSource clock;
  private final Supplier<Pause> pauses;
  private final Budget budget;
  private final List<AutoCloseable> open = new ArrayList<>();

  /// Connects to nothing yet.
  ///
  /// @throws IllegalArgumentException if the address is none, with a sentence
  public CloudBackend(CloudSettings settings, InstantSource clock) {
    this(settings, clock, Pause::real);
  }

  /// The same with another way of waiting.
  CloudBackend(CloudSettings settings, InstantSource clock, Supplier<Pause> pauses) {
    this.settings = settings;
    this.clock = clock;
    this.pauses = pauses;
    this.budget =
        new Budget(
            settings.requestsPerHour(),
            settings.folder() == null ? null : settings.folder().resolve("budget.txt"),
            clock);
  }

  @Override
  public Place place() {
    return settings.place();
  }

  /// Waits for the newest state, so that what is shown first is true.
  ///
  /// @throws SignInRefusedException if the server does not let them in
  @Override
  public Session signIn(SignIn who) {
    Credentials credentials = credentials(who);
    CloudHttp http = new CloudHttp(settings, budget, credentials, clock);
    try {
      if (credentials instanceof PasswordCredentials own && who instanceof SignIn.Password typed) {
        own.signIn(http, typed);
      }
      return signIn(http, credentials, who);
    } catch (CallException failed) {
      http.close();
      throw refusal(failed);
    } catch (RuntimeException failed) {
      http.close();
      throw failed;
    }
  }

  private static Credentials credentials(SignIn who) {
    return switch (who) {
      case SignIn.Desk _ -> Credentials.NONE;
      case SignIn.Token shown -> new FixedToken(shown.token());
      case SignIn.Vouched vouched -> new PassportCredentials(vouched.passport());
      case SignIn.Password _ -> new PasswordCredentials();
    };
  }

  /// A token from elsewhere that nobody here can renew.
  private record FixedToken(String value) implements Credentials {
    @Override
    public @Nullable String token() {
      return value;
    }

    @Override
    public boolean refresh(CloudHttp http) {
      return false;
    }
  }

  private static RuntimeException refusal(CallException failed) {
    return switch (failed.kind()) {
      case SIGNED_OUT -> new SignInRefusedException(Reason.BAD_TOKEN, failed.sentence());
      case FORBIDDEN -> new SignInRefusedException(Reason.NOT_ALLOWED, failed.sentence());
      default -> new BackendException(failed.sentence());
    };
  }

  private Session signIn(CloudHttp http, Credentials credentials, SignIn who) {
    Discovery discovery = Discovery.of(http);
    LiveMirror mirror = new LiveMirror(clock);
    Lamp lamp = new Lamp(clock);
    SeedApi seed = new SeedApi(http);
    if (discovery.isBare() && settings.facilities().isEmpty()) {
      throw new IllegalArgumentException(
          "%s is a plain cloud interface and does not list its facilities. Name those you want to see."
              .formatted(http.host()));
    }
    List<Rung> rungs = rungs(discovery, http, seed, mirror);
    LiveLadder ladder =
        new LiveLadder(rungs, lamp, pauses.get(), clock, new SplittableRandom(System.nanoTime()));
    CloudLive live = new CloudLive(mirror, ladder, lamp, budget, clock, http::pastAsOf);
    SignedIn signedIn = who(http, discovery, who);
    Path past = PastFolders.of(settings, whose(signedIn, discovery, who), clock.instant());
    if (past != null) {
      http.keepPast(past);
    }
    RemoteSeat seat = new RemoteSeat(http, credentials, signedIn);
    Runnable close = () -> close(live, seat, http);
    Session session =
        discovery.isBare()
            ? new SeedSession(seat, http, live, seed, settings.facilities(), close)
            : new CloudSession(seat, discovery.features(), http, live, close);
    ladder.start();
    synchronized (open) {
      open.add(session);
    }
    if (session instanceof CloudSession whole) {
      whole.learnNames();
    }
    awaitFirst(lamp, session);
    return session;
  }

  private List<Rung> rungs(Discovery discovery, CloudHttp http, SeedApi seed, LiveMirror mirror) {
    if (discovery.isBare()) {
      return List.of(new SeedRung(seed, mirror, budget, settings.facilities(), clock));
    }
    List<Rung> rungs = new ArrayList<>();
    if (discovery.hasStream()) {
      rungs.add(new StreamRung(http, mirror));
    }
    rungs.add(PollRung.waiting(http, mirror));
    rungs.add(PollRung.every15Seconds(http, mirror));
    if (!settings.facilities().isEmpty()) {
      rungs.add(new SeedRung(seed, mirror, budget, settings.facilities(), clock));
    }
    return rungs;
  }

  private static SignedIn who(CloudHttp http, Discovery discovery, SignIn who) {
    if (discovery.addresses().contains("signedIn")) {
      return TreeReader.lenient()
          .read(
              SignedIn.class, http.get(Lane.LIVE, http.url("signed-in").build()).tree().members());
    }
    // Whoever asks such a server is known to its gateway, not to us; it will refuse what they may
    // not.
    String name =
        switch (who) {
          case SignIn.Desk desk -> desk.name();
          case SignIn.Password typed -> typed.signInName();
          case SignIn.Token _, SignIn.Vouched _ -> "signed in";
        };
    return new SignedIn("cloud:" + name, name, Grants.everywhere(Role.OPERATOR));
  }

  /// Tells apart whose history is kept. A bare server does not say who a token belongs to, so there
  /// each token has a history of its own.
  private static String whose(SignedIn signedIn, Discovery discovery, SignIn who) {
    return discovery.isBare() && who instanceof SignIn.Token shown
        ? "token " + shown.token()
        : signedIn.userId();
  }

  private static void awaitFirst(Lamp lamp, Session session) {
    try {
      for (long waited = 0; waited < FIRST_STATE.toMillis(); waited += LOOK_MILLIS) {
        if (lamp.first().await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
        State state = lamp.light().state();
        if (state == State.FORBIDDEN || state == State.SIGNED_OUT || state == State.THROTTLED) {
          break;
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    String sentence = lamp.light().sentence();
    State state = lamp.light().state();
    session.close();
    throw switch (state) {
      case FORBIDDEN -> new SignInRefusedException(Reason.NOT_ALLOWED, sentence);
      case SIGNED_OUT -> new SignInRefusedException(Reason.BAD_TOKEN, sentence);
      default -> new BackendException(sentence);
    };
  }

  private static void close(CloudLive live, RemoteSeat seat, CloudHttp http) {
    live.close();
    seat.leave();
    http.close();
  }

  @Override
  public void close() {
    List<AutoCloseable> all;
    synchronized (open) {
      all = List.copyOf(open);
      open.clear();
    }
    for (AutoCloseable one : all) {
      if (one instanceof Session session) {
        session.close();
      }
    }
  }

  /// Issuers at which people can sign in to look at a server.
  ///
  /// @throws BackendException if it does not answer
  public List<IssuerOffer> offers() {
    try (CloudHttp http = new CloudHttp(settings, budget, Credentials.NONE, clock)) {
      return Discovery.offers(http);
    } catch (CallException failed) {
      throw new BackendException(failed.sentence(), failed);
    }
  }

  /// What a person must see before they trust a server for the first time.
  ///
  /// @return its certificate; `null` if it speaks without TLS
  /// @throws BackendException if it does not answer
  public static @Nullable ServerCertificate certificate(CloudSettings settings) {
    return CertificateLook.at(settings);
  }

  /// Names of the settings, without secrets.
  @Override
  public String toString() {
    return "CloudBackend" + Map.of("name", settings.name(), "address", settings.address());
  }
}
