package ai.cryox.app.issuer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.cryox.app.link.Await;
import ai.cryox.backend.BackendSettings;
import ai.cryox.backend.LocalBackend;
import ai.cryox.backend.api.ApiServer;
import ai.cryox.backend.api.ApiSettings;
import ai.cryox.backend.api.ApiTls;
import ai.cryox.backend.people.HashCost;
import ai.cryox.backend.people.PeopleSettings;
import ai.cryox.connectors.cloud.CloudBackend;
import ai.cryox.connectors.cloud.CloudSettings;
import ai.cryox.connectors.oidc.BrowserSignIn;
import ai.cryox.connectors.oidc.OidcSettings;
import ai.cryox.connectors.payload.JsonPayloadEncoder;
import ai.cryox.core.backend.IssuerOffer;
import ai.cryox.core.backend.Passport;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People of an issuer sign in at this machine and at a server, which both take its word.
final class IssuerSignInTest implements InstantSource {
  @TempDir Path folder;
  private volatile Duration ahead = Duration.ZERO;
  private final OkHttpClient browser = new OkHttpClient();
  private StrictIssuer issuer;
  private LocalBackend backend;
  private ApiServer server;

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead);
  }

  @BeforeEach
  void open() throws IOException {
    issuer = new StrictIssuer();
    PeopleSettings quick =
        new PeopleSettings(PeopleSettings.USUAL.passwordLife(), new HashCost(64, 1));
    backend = new LocalBackend(BackendSettings.at(folder).with(quick), this);
    backend.start();
    Session desk = backend.signIn(new SignIn.Desk("owner"));
    desk.people()
        .add(
            "ada",
            "Ada Lund",
            Grants.everywhere(Role.ADMINISTRATOR),
            "four words in a row".toCharArray(),
            "");
    server =
        new ApiServer(
            new ApiSettings("127.0.0.1", 0)
                .with(new ApiTls(backend.identities().tls(List.of()), Set.of())),
            desk,
            new JsonPayloadEncoder(),
            this,
            backend.apiPorts(),
            null,
            backend.reception());
    server.start();
    know("shift", "operator");
  }

  private void know(String value, String roles) {
    backend
        .control("owner")
        .call(
            "issuer/add",
            Map.of(
                "issuer",
                issuer.address(),
                "audience",
                StrictIssuer.API,
                "clientId",
                StrictIssuer.CLIENT,
                "value." + value,
                roles));
  }

  @AfterEach
  void close() {
    server.close();
    backend.close();
    issuer.close();
  }

  private CloudBackend connect() {
    CloudSettings settings =
        CloudSettings.of(
                "Site", URI.create("https://localhost:" + server.port()), Place.FACILITY_SERVER)
            .withRequestsPerHour(0);
    String pin = Objects.requireNonNull(CloudBackend.certificate(settings)).sha256();
    return new CloudBackend(settings.withPin(pin), this);
  }

  private Passport passport(IssuerOffer offer) {
    OidcSettings settings =
        new OidcSettings(
            URI.create(offer.issuer()),
            offer.clientId(),
            offer.audience(),
            offer.scope(),
            List.of());
    return new BrowserSignIn(settings, this).signIn(this::visit, () -> false);
  }

  private void visit(URI address) {
    Request request = new Request.Builder().url(address.toString()).build();
    try (Response page = browser.newCall(request).execute()) {
      assertEquals(200, page.code());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aServerOffersItsIssuersAndTakesWhoSignedInThere() {
    try (CloudBackend at = connect()) {
      IssuerOffer offer = at.offers().getFirst();
      assertEquals(issuer.address(), offer.issuer());
      Session kim = at.signIn(new SignIn.Vouched(passport(offer)));
      assertEquals("Kim Ode", kim.userName());
      assertEquals(Grants.everywhere(Role.OPERATOR), kim.who().grants());
      assertFalse(kim.profiles().isEmpty());
      assertThrows(ForbiddenException.class, () -> kim.people().accounts());
      assertFalse(kim.lock());
    }
  }

  @Test
  void aTokenThatRanOutIsRenewedWithoutAsking() {
    try (CloudBackend at = connect()) {
      Passport passport = passport(at.offers().getFirst());
      Session kim = at.signIn(new SignIn.Vouched(passport));
      String first = passport.token();
      ahead = Duration.ofMinutes(7);
      issuer.ahead = ahead;
      assertFalse(kim.profiles().isEmpty());
      assertNotEquals(first, passport.token());
    }
  }

  @Test
  void whoHasNoRoleByTheirClaimsIsNotLetIn() {
    know("somebody else", "operator");
    Passport passport = passport(backend.issuers().getFirst());
    assertThrows(SignInRefusedException.class, () -> backend.signIn(new SignIn.Vouched(passport)));
  }

  @Test
  void atThisMachineTheirSeatLastsAsLongAsTheIssuerVouches() {
    Session kim = backend.signIn(new SignIn.Vouched(passport(backend.issuers().getFirst())));
    assertEquals(Grants.everywhere(Role.OPERATOR), kim.who().grants());
    issuer.close();
    ahead = Duration.ofMinutes(7);
    Await.until("it is over", () -> kim.who().grants().all().isEmpty());
    assertEquals("Kim Ode", kim.userName());
  }
}
