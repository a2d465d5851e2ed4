package ai.cryox.backend.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.backend.report.SheetVerifier;
import ai.cryox.backend.sheet.WorkbookReader;
import ai.cryox.core.backend.BackendException;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A kept report leaves as it is, and its data to the byte.
class ReportExportTest extends ArchiveGround {
  @Test
  void theDataComeOutAsTheyAreInIt() throws IOException {
    StoredReport draft = draft();
    Path csv = folder.resolve("data.csv");
    ReportFile.write(operator.reports(), draft.reportId(), ReportForm.CSV, csv);
    assertEquals(draft.data(), ReportFolder.sha256(csv));
    assertTrue(Files.readString(csv, StandardCharsets.UTF_8).contains("temp_north"));
    Path pdf = folder.resolve("copy.pdf");
    ReportFile.write(operator.reports(), draft.reportId(), ReportForm.PDF, pdf);
    assertEquals(draft.document(), ReportFolder.sha256(pdf));
    assertThrows(
        BackendException.class,
        () ->
            ReportFile.write(
                operator.reports(),
                draft.reportId(),
                ReportForm.PDF,
                folder.resolve("no-folder").resolve("x.pdf")));
  }

  @Test
  void signaturesGoAlongWithTheDataAlone() throws IOException {
    StoredReport reviewed = sign(supervisor, draft(), ReportStep.REVIEW);
    StoredReport approved = sign(quality, reviewed, ReportStep.APPROVE);
    String id = approved.reportId();
    ReportFile.write(operator.reports(), id, ReportForm.CSV, folder.resolve("data.csv"));
    String beside = Files.readString(folder.resolve("data.csv.sha256"));
    String name = quality.userName();
    assertTrue(beside.contains("# report: " + id), beside);
    assertTrue(beside.contains("# signed: approved by " + name), beside);
    assertTrue(beside.endsWith("\n" + approved.data() + "  data.csv\n"), beside);
    Path sheet = folder.resolve("data.xlsx");
    ReportFile.write(operator.reports(), id, ReportForm.XLSX, sheet);
    try (WorkbookReader reader = new WorkbookReader(sheet)) {
      String facts = String.join("\n", reader.facts());
      for (String wanted :
          List.of(
              id,
              "State\tapproved",
              approved.data(),
              "Reviewed by " + supervisor.userName(),
              "Approved by " + name,
              "I approve this report.")) {
        assertTrue(facts.contains(wanted), () -> wanted + " is not in " + facts);
      }
    }
    Path pdf = document(approved);
    List<Check> checks = new ArrayList<>(SheetVerifier.verify(folder.resolve("data.csv"), pdf));
    checks.addAll(SheetVerifier.verify(sheet, pdf));
    assertEquals(List.of(), checks.stream().filter(check -> !check.good()).toList());
  }
}
