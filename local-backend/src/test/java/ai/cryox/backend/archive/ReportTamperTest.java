package ai.cryox.backend.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.backend.BackendException;
import ai.cryox.core.report.ReportForm;
import ai.cryox.core.report.ReportStep;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was changed of a kept report is noticed, or cannot be changed.
class ReportTamperTest extends ArchiveGround {
  @Test
  void aDocumentThatWasChangedIsNeitherSignedNorHandedOut() throws IOException {
    StoredReport draft = draft();
    byte[] bytes = Files.readAllBytes(document(draft));
    bytes[bytes.length / 2] ^= 1;
    Files.write(document(draft), bytes);
    BackendException refused =
        assertThrows(BackendException.class, () -> sign(supervisor, draft, ReportStep.REVIEW));
    assertTrue(String.valueOf(refused.getMessage()).contains("was changed"), refused::getMessage);
    assertThrows(
        BackendException.class,
        () ->
            ReportFile.write(
                operator.reports(), draft.reportId(), ReportForm.PDF, folder.resolve("out.pdf")));
    assertFalse(Files.exists(folder.resolve("out.pdf")));
    assertTrue(archiveFindings().toString().contains("its document was changed"));
  }

  @Test
  void theDatabaseItselfRefusesToChangeWhatWasSigned() throws SQLException {
    StoredReport reviewed = sign(supervisor, draft(), ReportStep.REVIEW);
    assertTrue(reviewed.isMade());
    for (String change :
        List.of(
            "DELETE FROM report",
            "UPDATE report SET number = 9",
            "UPDATE report SET state = 'DRAFT'",
            "UPDATE report SET state = 'APPROVED'",
            "UPDATE report SET document = 'other'",
            "UPDATE report SET made = 'other'",
            "DELETE FROM report_signature",
            "UPDATE report_signature SET name = 'other'",
            "INSERT OR REPLACE INTO report_signature SELECT report_id, place, step, user_id,"
                + " 'other', at_ms, comment, signed, document, 'other' FROM report_signature")) {
      assertThrows(SQLException.class, () -> execute(change), change);
    }
    execute("UPDATE report SET state = state");
    assertEquals(List.of(), archiveFindings());
  }

  @Test
  void aSignatureThatWasMovedToAnotherReportIsFound() throws SQLException {
    StoredReport reviewed = sign(supervisor, draft(), ReportStep.REVIEW);
    StoredReport other = draft();
    execute("DROP TRIGGER report_signature_is_never_changed");
    execute(
        "UPDATE report_signature SET report_id = '%s', signed = '%s'"
            .formatted(other.reportId(), other.document()));
    String found = archiveFindings().toString();
    assertTrue(
        found.contains(
            "signature 1 of report north-2026-000002: it belongs to another report, or was"
                + " changed"),
        found);
    assertTrue(found.contains("report " + reviewed.reportId() + ": a signature is gone"), found);
  }
}
