package ai.cryox.app.wiring;

import ai.cryox.app.seat.BrowserDoor;
import ai.cryox.connectors.oidc.BrowserSignIn;
import ai.cryox.connectors.oidc.OidcSettings;
import ai.cryox.connectors.oidc.RedirectAddress;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Passport;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Sends people to issuers by the browser that this machine's system opens addresses with.
final class SystemBrowser implements BrowserDoor {
  private static final int PATIENCE_SECONDS = 5;

  private final InstantSource clock;
  private final List<RedirectAddress> redirects;

  /// @param redirects where issuers let answers go to on this machine; empty = the usual address
  SystemBrowser(InstantSource clock, List<RedirectAddress> redirects) {
    this.clock = clock;
    this.redirects = List.copyOf(redirects);
  }

  @Override
  public Passport signIn(IssuerOffer issuer, Consumer<Shown> shown, BooleanSupplier cancelled) {
    OidcSettings settings =
        new OidcSettings(
            URI.create(issuer.issuer()),
            issuer.clientId(),
            issuer.audience(),
            issuer.scope(),
            redirects);
    return new BrowserSignIn(settings, clock)
        .signIn(address -> shown.accept(new Shown(address, open(address))), cancelled);
  }

  /// @return whether the system took it
  private static boolean open(URI address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.startsWith("windows")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
            : List.of(system.startsWith("mac") ? "open" : "xdg-open", address.toString());
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      // What goes on running shows a page; what fails does so at once.
      return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException noBrowser) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
