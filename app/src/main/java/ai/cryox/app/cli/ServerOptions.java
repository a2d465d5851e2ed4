package ai.cryox.app.cli;

import ai.cryox.app.fx.Remembered;
import ai.cryox.app.seat.IdleLimits;
import ai.cryox.app.servers.Look;
import ai.cryox.app.servers.Server;
import ai.cryox.app.servers.Servers;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Which server a console looks at instead of monitoring on this machine.
final class ServerOptions {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Look at this server, such as https://server.example:8443, and monitor nothing on this"
              + " machine.")
  private @Nullable URI server;

  @Option(
      names = "--trust",
      paramLabel = "SHA256",
      description =
          "Trust the certificate with this fingerprint, and no other, at the server. Needed once"
              + " for a server that nobody vouches for.")
  private @Nullable String trust;

  @Option(
      names = "--facility",
      paramLabel = "ID",
      description =
          "A facility to look at on a plain cloud interface, which cannot list them. May be given"
              + " several times.")
  private List<String> facilities = List.of();

  boolean isGiven() {
    return server != null;
  }

  /// @param user whose account there; `null` = as on this machine
  /// @param password asks for its password
  /// @param remembered what somebody likes on this machine
  ConsoleRun open(
      Servers servers,
      InstantSource clock,
      ThemePreference theme,
      @Nullable CommandSpec spec,
      @Nullable String user,
      PasswordInput password,
      Remembered remembered,
      IdleLimits limits) {
    Server at = known(servers, spec, user);
    Session session =
        servers.connect(
            at,
            user == null
                ? new SignIn.Desk(CommandLines.userName())
                : new SignIn.Password(user, password.readKnown(user)));
    servers.save(at);
    Toolkit.start(true);
    return ConsoleRun.openAt(null, at, session, clock, theme, servers, remembered, limits);
  }

  private Server known(Servers servers, @Nullable CommandSpec spec, @Nullable String user) {
    URI address = URI.create(String.valueOf(server).replaceAll("/+$", ""));
    for (Server one : servers.all()) {
      if (one.address().equals(address) && trust == null && facilities.isEmpty()) {
        return one;
      }
    }
    return new Server(
        UUID.randomUUID().toString(),
        String.valueOf(address.getHost()),
        address,
        facilities.isEmpty() ? Place.FACILITY_SERVER : Place.CLOUD,
        facilities,
        pin(servers.look(address), spec),
        user == null ? "" : user);
  }

  private @Nullable String pin(Look look, @Nullable CommandSpec spec) {
    Look.Certificate certificate = look.certificate();
    if (certificate == null) {
      return null;
    }
    String wanted = trust == null ? "" : trust.replaceAll("[\\s:]", "");
    if (wanted.equalsIgnoreCase(certificate.sha256())) {
      return certificate.sha256();
    }
    CommandLines.require(
        certificate.trusted() && trust == null,
        spec,
        "Nobody whom this machine trusts vouches for %s. Its certificate is %s, with the fingerprint %s. If that is the one its people see, add: --trust %s"
            .formatted(
                server, certificate.subject(), certificate.fingerprint(), certificate.sha256()));
    return null;
  }
}
