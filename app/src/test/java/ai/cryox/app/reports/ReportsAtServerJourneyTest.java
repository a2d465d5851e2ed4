package ai.cryox.app.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ai.cryox.app.link.Await;
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
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A report that lives at a server: made, reviewed, approved and opened by three people at three
/// consoles on other machines, over TLS.
final class ReportsAtServerJourneyTest {
  private static final String PASSWORD = "four words in a row";

  /// The first report of a program takes a while: there is a key to be made, and fonts to be read.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;
  private LocalBackend backend;
  private ApiServer server;
  private Session desk;

  @BeforeEach
  void open() {
    startToolkit();
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

  private static void startToolkit() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException alreadyStarted) {
      // Another test of this run was first.
      assertNotNull(alreadyStarted);
    }
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
        onFx(() -> {
          console.run.window().close();
          return true;
        });
      }
    }
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  private record Console(ConsoleRun run) {
    boolean isThere(String selector) {
      return run.window().scene().lookup(selector) != null;
    }

    Node find(String selector) {
      return Objects.requireNonNull(run.window().scene().lookup(selector), selector);
    }

    void await(String what, Callable<Boolean> condition) {
      Await.until(
          what,
          LONGEST,
          () -> {
            try {
              return onFx(condition);
            } catch (Exception failed) {
              throw new AssertionError(what, failed);
            }
          });
    }

    void go(Destination destination) throws Exception {
      onFx(() -> {
        run.window().go(destination);
        return true;
      });
    }

    /// As soon as it is there and can be pressed: what is drawn anew in between is looked up again.
    void click(String selector) {
      await(
          selector,
          () -> {
            boolean can =
                run.window().scene().lookup(selector) instanceof ButtonBase button
                    && !button.isDisabled();
            if (can) {
              ((ButtonBase) find(selector)).fire();
            }
            return can;
          });
    }

    void type(String selector, String typed) {
      await(
          selector,
          () -> {
            boolean can = isThere(selector);
            if (can) {
              ((TextInputControl) find(selector)).setText(typed);
            }
            return can;
          });
    }

    String text(String selector) {
      return ((Labeled) find(selector)).getText();
    }

    TableView<?> reports() {
      return (TableView<?>) find("#reports");
    }

    void sign(String step, String password) throws Exception {
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
          onFx(() -> {
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
              onFx(() -> console.isThere("#report-review")), "four eyes: who made it cannot");
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
