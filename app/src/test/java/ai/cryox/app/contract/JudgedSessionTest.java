package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.connectors.cloud.CloudBackend;
import ai.cryox.connectors.cloud.CloudSettings;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The contract through a server and a proxy that validates by the API's description
/// (docs/CONTRIBUTING.md): nothing that a console asks or is answered differs from it.
@EnabledIfSystemProperty(named = JudgedSessionTest.PROXY, matches = "http://.+")
class JudgedSessionTest extends SessionContract {
  static final String PROXY = "cryox.contract.proxy";

  /// The port of the server that the proxy asks.
  private static final int SERVER = Integer.getInteger("cryox.contract.server", 4011);

  private @Nullable JudgedWay way;

  @Override
  Site start() throws IOException {
    return new Site(folder, SERVER);
  }

  @Override
  Session open(Site at) {
    try {
      JudgedWay judged =
          new JudgedWay(
              URI.create(System.getProperty(PROXY)), URI.create("http://127.0.0.1:" + SERVER));
      way = judged;
      CloudSettings settings =
          CloudSettings.of("Site", judged.address(), Place.FACILITY_SERVER).withRequestsPerHour(0);
      // Who sits at the machine needs no token; the description knows callers with one only.
      return new CloudBackend(settings, InstantSource.system())
          .signIn(new SignIn.Token("some-token"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @AfterEach
  void nothingDiffersFromTheDescription() {
    try (JudgedWay judged = Objects.requireNonNull(way)) {
      assertTrue(judged.judged() > 0, "nothing went through the proxy");
      assertEquals(List.of(), judged.violations());
    }
  }
}
