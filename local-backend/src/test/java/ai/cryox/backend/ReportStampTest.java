package ai.cryox.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.archive.ReportFolder;
import ai.cryox.backend.report.HttpStampClient;
import ai.cryox.backend.report.ReportVerifier;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.backend.SignIn;
import ai.cryox.core.device.Device;
import ai.cryox.core.page.PageRequest;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.StoredReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a kept report was made is confirmed by an authority that is asked over HTTP.
class ReportStampTest {
  private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

  @TempDir Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private StampAuthority authority;
  private LocalBackend backend;
  private Session session;

  @BeforeEach
  void open() throws Exception {
    authority = new StampAuthority(START.plusSeconds(60));
    URI address = authority.address();
    InstantSource clock = now::get;
    backend =
        new LocalBackend(
            BackendSettings.at(folder).withStamps(new HttpStampClient(address)), clock);
    backend.start();
    session = backend.signIn(new SignIn.Desk("Ben"));
    session.register(Device.unconfirmed("temp_001", "north", START));
    now.set(START.plusSeconds(1));
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (session.live().latest().devices().isEmpty()) {
      assertTrue(System.nanoTime() < deadline, "not in a minute");
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void close() {
    backend.close();
    authority.close();
  }

  private StoredReport make() {
    return session
        .reports()
        .make(
            new ReportOrder(
                ReportKind.ALARMS, "north", null, START.minus(Duration.ofDays(1)), START),
            ReportWatch.NOBODY);
  }

  private List<Check> checks(StoredReport report) {
    return ReportVerifier.verify(new ReportFolder(folder).file(report.document()));
  }

  private String trail() {
    return session
        .audit(
            new AuditQuery(Instant.EPOCH, START.plusSeconds(9), null, "report.make", null),
            PageRequest.first(9))
        .items()
        .getFirst()
        .detail();
  }

  @Test
  void theTimeOfAKeptReportIsConfirmed() {
    List<Check> checks = checks(make());
    assertTrue(checks.stream().allMatch(Check::good), checks::toString);
    assertTrue(
        checks.stream().anyMatch(check -> check.sentence().contains("2026-03-01T03:01")),
        checks::toString);
    assertFalse(trail().contains("Without"), this::trail);
  }

  @Test
  void anAuthorityThatDoesNotAnswerHoldsUpNoReportAndTheTrailSaysSo() {
    authority.answers(false);
    StoredReport report = make();
    assertEquals(ReportState.DRAFT, report.state());
    List<Check> checks = checks(report);
    assertTrue(checks.stream().allMatch(Check::good), checks::toString);
    assertTrue(trail().contains("Without a time stamp: The time-stamp authority"), this::trail);
  }
}
