package ai.cryox.backend.archive;

import ai.cryox.backend.store.FileRecords;
import ai.cryox.backend.store.Finding;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.report.ReportSignature;
import ai.cryox.core.report.StoredReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// Verifies the stored reports of a data folder: that each document is there as it was made and
/// signed, that each signature is good for its report and for no other, and that the audit trail,
/// which the ledger proves, speaks of all of them. One use, one thread.
public final class ArchiveCheck {
  private static final String ADVICE =
      "leave everything as it is, and tell quality assurance; a backup may have it";

  private final FileRecords records;
  private final ReportFolder folder;
  private final Consumer<Finding> findings;
  private int signatures;

  /// @param data the data folder
  /// @param findings told what does not agree
  public ArchiveCheck(FileRecords records, Path data, Consumer<Finding> findings) {
    this.records = records;
    this.folder = new ReportFolder(data);
    this.findings = findings;
  }

  /// What was looked at.
  public record Looked(int reports, int signatures) {}

  /// Looks at everything.
  public Looked run() {
    List<AuditEntry> trail = records.auditOfReports();
    List<StoredReport> all = records.reports();
    Set<String> known = new HashSet<>();
    for (StoredReport report : all) {
      known.add(report.reportId());
      document(report);
      signatures(report, trail);
      requireLine(report, trail);
    }
    for (AuditEntry line : trail) {
      String about = line.subject();
      if (about != null && !line.what().equals("report.letterhead") && !isSchedule(line)) {
        if (known.add(about)) {
          found("report " + about, "it is gone; the audit trail speaks of it");
        }
      }
    }
    return new Looked(all.size(), signatures);
  }

  private static boolean isSchedule(AuditEntry line) {
    return line.what().startsWith("report.schedule");
  }

  private void document(StoredReport report) {
    if (!report.isMade()) {
      return;
    }
    Path file = folder.file(report.document());
    String name = "report " + report.reportId();
    try {
      if (!Files.isRegularFile(file)) {
        found(name, "its document is gone");
      } else if (!ReportFolder.sha256(file).equals(report.document())) {
        found(name, "its document was changed");
      }
    } catch (IOException failed) {
      found(name, "its document cannot be read: " + failed.getMessage());
    }
  }

  private void signatures(StoredReport report, List<AuditEntry> trail) {
    String before = "";
    String document = report.made();
    int place = 1;
    for (ReportSignature signature : report.signatures()) {
      signatures++;
      String name = "signature %d of report %s".formatted(signature.place(), report.reportId());
      if (!signature.expectedHash(before).equals(signature.hash()) || signature.place() != place) {
        found(name, "it belongs to another report, or was changed");
      } else if (!signature.signed().equals(document)) {
        found(name, "it is of another document");
      } else if (!isInTrail(report, signature, trail)) {
        found(name, "the audit trail does not speak of it");
      }
      before = signature.hash();
      document = signature.document();
      place++;
    }
    if (!document.equals(report.document())) {
      found("report " + report.reportId(), "its document is not the one that was signed last");
    }
  }

  private static boolean isInTrail(
      StoredReport report, ReportSignature signature, List<AuditEntry> trail) {
    return trail.stream()
        .anyMatch(line ->
            report.reportId().equals(line.subject())
                && line.what().equals("report." + signature.step().wireName())
                && Objects.equals(line.userId(), signature.userId())
                && line.change() != null
                && signature.hash().equals(line.change().after()));
  }

  /// That it was made, with this document, and signed no more often than it has signatures.
  private void requireLine(StoredReport report, List<AuditEntry> trail) {
    long signed = 0;
    boolean made = !report.isMade();
    for (AuditEntry line : trail) {
      if (report.reportId().equals(line.subject())) {
        AuditEntry.Change change = line.change();
        String after = change == null ? null : change.after();
        boolean begins = line.what().equals("report.make") || line.what().equals("report.correct");
        made |= begins && report.made().equals(after);
        signed += begins || line.what().equals("report.void") ? 0 : 1;
      }
    }
    if (!made) {
      found("report " + report.reportId(), "the audit trail does not speak of its document");
    }
    if (signed > report.signatures().size()) {
      found("report " + report.reportId(), "a signature is gone; the audit trail speaks of it");
    }
  }

  private void found(String record, String what) {
    findings.accept(new Finding(record, null, null, what, ADVICE));
  }
}
