package ai.cryox.app.wiring;

import ai.cryox.app.seat.BrowserDoor;
import ai.cryox.app.servers.Look;
import ai.cryox.app.servers.Server;
import ai.cryox.app.servers.Servers;
import ai.cryox.connectors.cloud.CloudBackend;
import ai.cryox.connectors.cloud.CloudSettings;
import ai.cryox.connectors.cloud.ServerCertificate;
import ai.cryox.connectors.oidc.RedirectAddress;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The servers that somebody added, each a folder with a small file in it. No secrets. Any thread.
public final class KnownServers implements Servers {
  private static final String FILE = "address.properties";

  private final Path folder;
  private final InstantSource clock;
  private final List<RedirectAddress> redirects;

  /// @param folder where they are kept; made when the first is added
  public KnownServers(Path folder, InstantSource clock) {
    this(folder, clock, List.of());
  }

  /// @param folder where they are kept; made when the first is added
  /// @param redirects where issuers let answers go to on this machine; empty = the usual address
  public KnownServers(Path folder, InstantSource clock, List<RedirectAddress> redirects) {
    this.folder = folder;
    this.clock = clock;
    this.redirects = List.copyOf(redirects);
  }

  @Override
  public synchronized List<Server> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      List<Path> there =
          folders
              .filter(one -> Files.isRegularFile(one.resolve(FILE)))
              .sorted(Comparator.comparing(KnownServers::added))
              .toList();
      List<Server> servers = new ArrayList<>();
      for (Path one : there) {
        Server server = read(one);
        if (server != null) {
          servers.add(server);
        }
      }
      return servers;
    } catch (IOException failed) {
      throw trouble(folder, failed);
    }
  }

  private static String added(Path of) {
    return properties(of.resolve(FILE)).getProperty("added", "");
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException damaged) {
      properties.clear();
    }
    return properties;
  }

  private static @Nullable Server read(Path from) {
    Properties of = properties(from.resolve(FILE));
    String address = of.getProperty("address");
    if (address == null) {
      return null;
    }
    String facilities = of.getProperty("facilities", "");
    try {
      return new Server(
          String.valueOf(from.getFileName()),
          of.getProperty("name", address),
          URI.create(address),
          Place.valueOf(of.getProperty("place", "cloud").toUpperCase(Locale.ROOT)),
          facilities.isEmpty() ? List.of() : List.of(facilities.split(" ")),
          of.getProperty("pin"),
          of.getProperty("signInName", ""));
    } catch (IllegalArgumentException damaged) {
      return null;
    }
  }

  @Override
  public Look look(URI address) {
    ServerCertificate seen = CloudBackend.certificate(CloudSettings.of("", address, Place.CLOUD));
    return new Look(
        seen == null
            ? null
            : new Look.Certificate(
                seen.sha256(),
                seen.subject(),
                seen.issuer(),
                seen.from(),
                seen.until(),
                seen.trusted()));
  }

  @Override
  public synchronized void save(Server server) {
    Path file = folderOf(server).resolve(FILE);
    Properties of = properties(file);
    of.putIfAbsent("added", clock.instant().toString());
    of.setProperty("name", server.name());
    of.setProperty("address", server.address().toString());
    of.setProperty("place", server.place().name().toLowerCase(Locale.ROOT));
    of.setProperty("facilities", String.join(" ", server.facilities()));
    of.setProperty("signInName", server.signInName());
    String pin = server.pin();
    if (pin != null) {
      of.setProperty("pin", pin);
    }
    Path fresh = file.resolveSibling(FILE + ".new");
    try {
      Files.createDirectories(file.getParent());
      try (var out = Files.newBufferedWriter(fresh)) {
        of.store(out, "A server that the console can look at");
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw trouble(file, failed);
    }
  }

  @Override
  public synchronized void remove(Server server) {
    Path gone = folderOf(server);
    if (!Files.isDirectory(gone)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(gone)) {
      for (Path one : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException failed) {
      throw trouble(gone, failed);
    }
  }

  @Override
  public BrowserDoor door() {
    return new SystemBrowser(clock, redirects);
  }

  @Override
  public List<IssuerOffer> offers(Server server) {
    try (CloudBackend there = backend(server)) {
      return there.offers();
    }
  }

  @Override
  public Session connect(Server server, SignIn who) {
    return backend(server).signIn(who);
  }

  private CloudBackend backend(Server server) {
    CloudSettings settings =
        CloudSettings.of(server.name(), server.address(), server.place())
            .withFacilities(server.facilities())
            .withPin(server.pin())
            .in(folderOf(server));
    return new CloudBackend(
        isHere(server.address()) ? settings.withRequestsPerHour(0).in(null) : settings, clock);
  }

  /// A server on this machine counts no requests.
  private static boolean isHere(URI address) {
    String host = String.valueOf(address.getHost());
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private Path folderOf(Server server) {
    return folder.resolve(server.id());
  }

  private static BackendException trouble(Path what, IOException failed) {
    return new BackendException(
        "The list of servers in %s cannot be read or written: %s. Make the folder writable."
            .formatted(what, failed.getMessage()),
        failed);
  }
}
