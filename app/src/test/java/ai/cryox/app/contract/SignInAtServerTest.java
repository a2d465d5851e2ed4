package ai.cryox.app.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import ai.cryox.connectors.payload.JsonPayloadEncoder;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.backend.SignInRefusedException;
import ai.cryox.core.backend.SignInRefusedException.Reason;
import ai.cryox.core.backend.Standing.LiveBy;
import ai.cryox.core.backend.Standing.State;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Account;
import ai.cryox.core.people.ForbiddenException;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People sign in at a real server over TLS, from a console on another machine.
final class SignInAtServerTest implements InstantSource {
  private static final String FIRST = "given by somebody";
  private static final String PASSWORD = "four words in a row";

  @TempDir Path folder;
  private volatile Duration ahead = Duration.ZERO;
  private LocalBackend backend;
  private ApiServer server;
  private Session ada;

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead);
  }

  @BeforeEach
  void open() {
    PeopleSettings quick =
        new PeopleSettings(PeopleSettings.USUAL.passwordLife(), new HashCost(64, 1));
    backend = new LocalBackend(BackendSettings.at(folder).with(quick), this);
    backend.start();
    Session desk = backend.signIn(new SignIn.Desk("owner"));
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
    desk.people()
        .add(
            "ada",
            "Ada Lund",
            Grants.everywhere(Role.ADMINISTRATOR, Role.AUDITOR),
            chars(PASSWORD),
            "");
    ada = backend.signIn(new SignIn.Password("ada", chars(PASSWORD)));
    ada.people().add("bo", "Bo Berg", Grants.everywhere(Role.SUPERVISOR), chars(FIRST), "");
  }

  @AfterEach
  void close() {
    server.close();
    backend.close();
  }

  private static char[] chars(String text) {
    return text.toCharArray();
  }

  private CloudBackend connect() {
    CloudSettings settings =
        CloudSettings.of(
                "Site", URI.create("https://localhost:" + server.port()), Place.FACILITY_SERVER)
            .withRequestsPerHour(0);
    String pin = Objects.requireNonNull(CloudBackend.certificate(settings)).sha256();
    return new CloudBackend(settings.withPin(pin), this);
  }

  private Reason refused(CloudBackend at, String password) {
    return assertThrows(
            SignInRefusedException.class,
            () -> at.signIn(new SignIn.Password("bo", chars(password))))
        .reason();
  }

  private Session bo(CloudBackend at) {
    return at.signIn(new SignIn.Password("bo", chars(FIRST), chars(PASSWORD)));
  }

  private String userId(String signInName) {
    return ada.people().accounts().stream()
        .filter(one -> one.signInName().equals(signInName))
        .map(Account::userId)
        .findFirst()
        .orElseThrow();
  }

  private List<AuditEntry> did(String what, @Nullable String who) {
    return ada.audit(
            new AuditQuery(Instant.EPOCH, instant().plusSeconds(1), who, what, null),
            PageRequest.first(100))
        .items();
  }

  @Test
  void aWrongPasswordIsRefusedAndFiveLockTheAccountWithoutSayingSo() {
    try (CloudBackend at = connect()) {
      for (int i = 0; i < 6; i++) {
        assertEquals(Reason.WRONG, refused(at, "not the password"));
      }
      assertEquals(Reason.WRONG, refused(at, FIRST));
      ada.people().unlock(userId("bo"), "");
      assertEquals(Reason.PASSWORD_CHANGE_DUE, refused(at, FIRST));
    }
  }

  @Test
  void aGivenPasswordIsChangedAtTheFirstSignInAndAWeakOneIsRefusedWithASentence() {
    try (CloudBackend at = connect()) {
      IllegalArgumentException weak =
          assertThrows(
              IllegalArgumentException.class,
              () -> at.signIn(new SignIn.Password("bo", chars(FIRST), chars("short"))));
      assertTrue(String.valueOf(weak.getMessage()).contains("12"), weak::toString);
      Session bo = bo(at);
      assertEquals("Bo Berg", bo.userName());
      assertEquals(Grants.everywhere(Role.SUPERVISOR), bo.who().grants());
      assertThrows(ForbiddenException.class, () -> bo.people().accounts());
    }
  }

  @Test
  void anAccessTokenThatRanOutIsRenewedWithoutAnybodyNoticing() {
    try (CloudBackend at = connect()) {
      Session bo = bo(at);
      ahead = Duration.ofMinutes(11);
      assertFalse(bo.profiles().isEmpty());
      ahead = Duration.ofMinutes(22);
      assertFalse(bo.profiles().isEmpty());
    }
  }

  @Test
  void signingOutEndsTheSignInAtTheServer() {
    try (CloudBackend at = connect()) {
      bo(at).close();
      assertEquals(1, did("session.sign-out", "Bo Berg").size());
    }
  }

  @Test
  void whoLeavesTheSeatWatchesOnAndDoesNothingUntilThePasswordIsTyped() {
    try (CloudBackend at = connect()) {
      Session bo = bo(at);
      assertTrue(bo.lock());
      assertEquals(Grants.everywhere(Role.WATCHER), bo.who().grants());
      assertFalse(bo.profiles().isEmpty());
      assertThrows(
          ForbiddenException.class, () -> bo.alarmActions().acknowledge(List.of("any"), ""));
      SignIn.Password wrong = new SignIn.Password("bo", chars("not the password"));
      assertThrows(SignInRefusedException.class, () -> bo.unlock(wrong));
      SignIn.Password other = new SignIn.Password("ada", chars(PASSWORD));
      assertThrows(IllegalArgumentException.class, () -> bo.unlock(other));
      assertTrue(bo.isLocked());
      bo.unlock(new SignIn.Password("bo", chars(PASSWORD)));
      assertFalse(bo.isLocked());
      assertFalse(bo.profiles().isEmpty());
    }
  }

  @Test
  void aRunningStreamEndsWhenTheAccountIsClosedAndNothingCanBeReadAnyMore() {
    try (CloudBackend at = connect()) {
      Session bo = bo(at);
      assertEquals(LiveBy.STREAM, bo.standing().liveBy());
      ada.people().disable(userId("bo"), "left");
      Await.until(
          "it is said",
          () ->
              bo.standing().state() == State.SIGNED_OUT
                  || bo.standing().state() == State.FORBIDDEN);
      assertThrows(BackendException.class, bo::profiles);
    }
  }

  @Test
  void rolesThatWereTakenAwayAreGoneAtTheNextRequest() {
    try (CloudBackend at = connect()) {
      Session bo = bo(at);
      assertFalse(bo.audit(all(), PageRequest.first(1)).items().isEmpty());
      ada.people().change(userId("bo"), "Bo Berg", Grants.everywhere(Role.OPERATOR), "");
      assertThrows(ForbiddenException.class, () -> bo.audit(all(), PageRequest.first(1)));
    }
  }

  @Test
  void twoAdministratorsDoNotOverwriteEachOther() {
    try (CloudBackend at = connect()) {
      Session there = at.signIn(new SignIn.Password("ada", chars(PASSWORD)));
      Account seen =
          there.people().accounts().stream()
              .filter(one -> one.signInName().equals("bo"))
              .findFirst()
              .orElseThrow();
      ada.people().change(seen.userId(), "Bo B. Berg", seen.grants(), "");
      assertThrows(
          IllegalArgumentException.class,
          () -> there.people().change(seen, "Bob Berg", seen.grants(), ""));
      assertEquals("Bo B. Berg", named("bo"));
      Account fresh =
          there.people().accounts().stream()
              .filter(one -> one.userId().equals(seen.userId()))
              .findFirst()
              .orElseThrow();
      assertEquals("Bob Berg", there.people().change(fresh, "Bob Berg", fresh.grants(), "").name());
    }
  }

  private String named(String signInName) {
    return ada.people().accounts().stream()
        .filter(one -> one.signInName().equals(signInName))
        .map(Account::name)
        .findFirst()
        .orElseThrow();
  }

  private AuditQuery all() {
    return new AuditQuery(Instant.EPOCH, instant().plusSeconds(1), null, null, null);
  }
}
