package ai.cryox.app.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.cryox.app.fx.Hands;
import ai.cryox.app.screen.Destination;
import ai.cryox.app.shell.ConsoleRun;
import ai.cryox.app.theme.ThemePreference;
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
import ai.cryox.core.backend.Place;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportQuery;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.StoredReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report that lives at a server: made, reviewed, approved and opened by three people at three
/// consoles on other machines, over TLS.
final class ReportsAtServerJourneyTest {
  private static final String PASSWORD = "four words in a row";

  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;
  private LocalBackend backend;
  private ApiServer server;
  private Session desk;

  @BeforeEach
  void open() {
    Hands.startToolkit();
    PeopleSettings quick =
        new PeopleSettings(PeopleSettings.USUAL.passwordLife(), new HashCost(64, 1));
    backend = new LocalBackend(BackendSettings.at(folder).with(quick), CLOCK);
    backend.start();
    desk = backend.signIn(new SignIn.Desk("owner"));
    server =
        new ApiServer(
            new ApiSettings("127.0.0.1", 0)
                .with(new ApiTls(backend.identities().tls(List.of()), Set.of())),
            desk,
            new JsonPayloadEncoder(),
            CLOCK,
            backend.apiPorts(),
            null,
            backend.reception());
    server.start();
    desk.register(Device.unconfirmed("temp_001", "north", CLOCK.instant()));
    desk.reports().saveLetterhead("north", new Letterhead("North", AUCKLAND, "en"));
    Session ada = account(desk, "ada", Role.ADMINISTRATOR);
    account(ada, "olga", Role.OPERATOR);
    account(ada, "sven", Role.SUPERVISOR);
    account(ada, "quinn", Role.QUALITY);
  }

  private Session account(Session by, String name, Role role) {
    String given = "given by somebody";
    by.people().add(name, name, Grants.everywhere(role), given.toCharArray(), "");
    return backend.signIn(new SignIn.Password(name, given.toCharArray(), PASSWORD.toCharArray()));
  }

  @AfterEach
  void close() {
    server.close();
    backend.close();
  }

  /// What somebody does at a console of their own.
  private interface Shift {
    void at(Console console) throws Exception;
  }

  private void console(String name, Shift shift) throws Exception {
    CloudSettings settings =
        CloudSettings.of(
                "Site", URI.create("https://localhost:" + server.port()), Place.FACILITY_SERVER)
            .withRequestsPerHour(0);
    String pin = Objects.requireNonNull(CloudBackend.certificate(settings)).sha256();
    try (CloudBackend there = new CloudBackend(settings.withPin(pin), CLOCK);
        Session session = there.signIn(new SignIn.Password(name, PASSWORD.toCharArray()))) {
      Console console =
          new Console(ConsoleRun.open(session, "North server", CLOCK, ThemePreference.DARK));
      try {
        console.go(new Destination.Reports(null));
        console.await("the reports", () -> console.isThere("#reports"));
        shift.at(console);
      } finally {
        Hands.onFx(() -> {
          console.run.window().close();
          return true;
        });
      }
    }
  }

  private record Console(ConsoleRun run, Hands hands) {
    Console(ConsoleRun run) {
      this(run, new Hands(() -> run.window().scene()));
    }

    boolean isThere(String selector) {
      return hands.isThere(selector);
    }

    Node find(String selector) {
      return hands.find(selector);
    }

    void await(String what, Callable<Boolean> condition) {
      hands.await(what, condition);
    }

    void go(Destination destination) throws Exception {
      Hands.onFx(() -> {
        run.window().go(destination);
        return true;
      });
    }

    void click(String selector) {
      hands.click(selector);
    }

    void type(String selector, String typed) {
      hands.type(selector, typed);
    }

    String text(String selector) {
      return hands.text(selector);
    }

    TableView<?> reports() {
      return (TableView<?>) find("#reports");
    }

    void sign(String step, String password) {
      click("#report-" + step);
      await("the card", () -> isThere("#sign-password"));
      type("#sign-password", password);
      click("#sign-go");
    }

    boolean showsAPage() {
      return ((ImageView) find("#report-picture")).getImage() != null
          && text("#report-page").contains("1");
    }
  }

  private StoredReport only() {
    List<StoredReport> all = desk.reports().list(ReportQuery.ALL, PageRequest.first(5)).items();
    assertEquals(1, all.size());
    return all.getFirst();
  }

  @Test
  void aReportIsMadeReviewedApprovedAndOpenedByPeopleAtOtherMachines() throws Exception {
    console(
        "olga",
        console -> {
          console.click("#report-new");
          console.await("the card", () -> console.isThere("#report-make"));
          Hands.onFx(() -> {
            @SuppressWarnings("unchecked") // filled with kinds by the card
            ComboBox<ReportKind> kind = (ComboBox<ReportKind>) console.find("#report-kind");
            kind.setValue(ReportKind.CALIBRATION);
            return true;
          });
          console.await("its clock", () -> console.text("#report-clock").contains("Auckland"));
          console.click("#report-make");
          console.await("the draft", () -> console.reports().getItems().size() == 1);
          console.await("its first page", console::showsAPage);
          assertFalse(
              Hands.onFx(() -> console.isThere("#report-review")), "four eyes: who made it cannot");
        });
    assertEquals(ReportState.DRAFT, only().state());
    assertEquals(LocalTime.MIDNIGHT, LocalTime.ofInstant(only().order().from(), AUCKLAND));
    console(
        "sven",
        console -> {
          console.sign("review", "not my password");
          console.await(
              "it says no", () -> console.text("#sign-trouble").contains("Nothing was signed"));
          assertEquals(ReportState.DRAFT, only().state());
          console.type("#sign-password", PASSWORD);
          console.click("#sign-go");
          console.await("signed", () -> !console.isThere("#sign-go"));
          console.await("nothing left to sign", () -> !console.isThere("#report-review"));
        });
    assertEquals(ReportState.REVIEWED, only().state());
    console(
        "quinn",
        console -> {
          console.sign("approve", PASSWORD);
          console.await("signed", () -> !console.isThere("#sign-go"));
          console.await("its first page", console::showsAPage);
        });
    StoredReport approved = only();
    assertEquals(ReportState.APPROVED, approved.state());
    assertEquals(
        List.of("olga", "sven", "quinn"),
        List.of(
            approved.maker().name(),
            approved.signatures().getFirst().name(),
            approved.signatures().getLast().name()));
    console(
        "olga",
        console -> {
          console.await("the report", () -> console.reports().getItems().size() == 1);
          console.await("its first page", console::showsAPage);
        });
  }
}
