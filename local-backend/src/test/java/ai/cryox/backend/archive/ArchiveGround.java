package ai.cryox.backend.archive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.people.Facility;
import ai.cryox.backend.report.ReportVerifier;
import ai.cryox.backend.store.FileRecords;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.backend.Session;
import ai.cryox.core.people.Grants;
import ai.cryox.core.people.Role;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportOrder;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.ReportWatch;
import ai.cryox.core.report.StoredReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// A facility whose people make and sign reports, over a running backend and a real file.
abstract class ArchiveGround {
  static final String NORTH = Facility.NORTH;

  @TempDir Path folder;
  Path data;
  Facility facility;
  Session administrator;
  Session operator;
  Session supervisor;
  Session quality;

  @BeforeEach
  void start() {
    data = folder.resolve("data");
    facility = new Facility(data);
    administrator = facility.administrator();
    operator = facility.person(administrator, "olga", Grants.everywhere(Role.OPERATOR));
    supervisor = facility.person(administrator, "sam", Grants.everywhere(Role.SUPERVISOR));
    quality = facility.person(administrator, "quinn", Grants.everywhere(Role.QUALITY));
    facility.alarm(NORTH);
    facility.pass(Duration.ofMinutes(10));
  }

  @AfterEach
  void stop() {
    facility.close();
  }

  ReportOrder order(ReportKind kind) {
    return new ReportOrder(
        kind,
        NORTH,
        kind.isOfOneUnit() ? "temp_north" : null,
        facility.instant().minus(Duration.ofHours(1)),
        facility.instant());
  }

  StoredReport draft() {
    return operator.reports().make(order(ReportKind.UNIT), ReportWatch.NOBODY);
  }

  static StoredReport sign(Session who, StoredReport report, ReportStep step) {
    String comment = step == ReportStep.REVIEW || step == ReportStep.APPROVE ? "" : "wrong unit";
    return who.reports().sign(report.reportId(), step, Facility.chars(Facility.PASSWORD), comment);
  }

  Path document(StoredReport report) {
    return new ReportFolder(data).file(report.document());
  }

  static List<Check> bad(Path pdf) {
    return ReportVerifier.verify(pdf).stream().filter(check -> !check.good()).toList();
  }

  List<String> archiveFindings() {
    List<String> findings = new ArrayList<>();
    try (var file = StoreFile.in(data)) {
      new ArchiveCheck(new FileRecords(file), data, finding -> findings.add(finding.sentence()))
          .run();
    }
    return findings;
  }

  static void assertRefused(String words, Executable what) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, what);
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused::getMessage);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("cryox.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute(sql);
    }
  }

  /// A round logo, so that it has points one can see through.
  static Letterhead withDrawing() {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='104' height='32'>"
            + "<circle cx='16' cy='16' r='16' fill='#0a6'/></svg>";
    return new Letterhead(
        "Harbour",
        "Quay 7",
        ZoneId.of("Europe/Berlin"),
        "en",
        svg.getBytes(StandardCharsets.UTF_8));
  }
}
