package ai.cryox.app.cli;

import ai.cryox.backend.archive.ArchiveCheck;
import ai.cryox.backend.proof.HeadFolder;
import ai.cryox.backend.proof.StampCheck;
import ai.cryox.backend.store.FileRecords;
import ai.cryox.backend.store.Finding;
import ai.cryox.backend.store.LedgerCheck;
import ai.cryox.backend.store.LedgerProofs;
import ai.cryox.backend.store.LedgerReport;
import ai.cryox.backend.store.StoreException;
import ai.cryox.backend.store.StoreFile;
import ai.cryox.core.ledger.VerifierKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Verifies a data folder against its ledger and against the head that is kept apart.
final class DataVerification {
  private final Path data;
  private final Path heads;
  private final @Nullable VerifierKey trusted;
  private final List<String> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private ArchiveCheck.Looked archive = new ArchiveCheck.Looked(0, 0);

  /// @param trusted who must have signed; `null` = whoever the ledger or its head says
  DataVerification(Path data, Path heads, @Nullable VerifierKey trusted) {
    this.data = data;
    this.heads = heads;
    this.trusted = trusted;
  }

  /// @return the exit code
  int run(boolean asJson, PrintWriter out) {
    try (StoreFile file = StoreFile.in(data)) {
      LedgerCheck check = new LedgerCheck(finding -> findings.add(finding.sentence()), notes::add);
      LedgerReport report = check.run(file);
      compareHead(file, check, report);
      new StampCheck(finding -> findings.add(finding.sentence()), notes::add).run(file);
      archive =
          new ArchiveCheck(new FileRecords(file), data, finding -> findings.add(finding.sentence()))
              .run();
      if (asJson) {
        out.println(json(check, report));
      } else {
        say(check, report, out);
      }
      out.flush();
      return findings.isEmpty() && report.leaves() > 0 ? 0 : 1;
    }
  }

  private void compareHead(StoreFile file, LedgerCheck check, LedgerReport report) {
    VerifierKey key = check.key();
    if (trusted != null && !Objects.equals(trusted, key)) {
      found("the ledger's key", "it is %s, not the one that was given".formatted(key));
    }
    if (check.origin().isEmpty()) {
      return;
    }
    try {
      HeadFolder.Head head = new HeadFolder(heads).of(check.origin()).orElse(null);
      if (head == null) {
        notes.add("No head of this ledger is kept in %s.".formatted(heads));
      } else if (!Objects.equals(head.key(), key)) {
        found("the ledger's key", "the head in %s was signed by another one".formatted(heads));
      } else if (head.checkpoint().size() > report.leaves()) {
        found(
            "the ledger",
            "it has %d leaves, its head of %s in %s has %d: the end is cut off, or the data are from before"
                .formatted(
                    report.leaves(), head.checkpoint().at(), heads, head.checkpoint().size()));
      } else if (!new LedgerProofs(file).agreesWith(head.checkpoint())) {
        found(
            "the ledger",
            "its first %d leaves are not those that its head of %s in %s was made of"
                .formatted(head.checkpoint().size(), head.checkpoint().at(), heads));
      }
    } catch (StoreException unreadable) {
      found("the head", String.valueOf(unreadable.getMessage()));
    }
  }

  private void found(String record, String what) {
    findings.add(
        new Finding(
                record, null, null, what, "leave everything as it is, and tell quality assurance")
            .sentence());
  }

  private void say(LedgerCheck check, LedgerReport report, PrintWriter out) {
    if (report.leaves() == 0) {
      out.println("There is no ledger yet: it begins with the first thing that a backend stores.");
      return;
    }
    findings.forEach(out::println);
    notes.forEach(note -> out.println("Note: " + note));
    out.printf(
        "Ledger %s: %d leaves, %d of them signed; %d checkpoints.%n",
        check.origin(), report.leaves(), report.signedLeaves(), report.checkpoints());
    out.printf("Key: %s%n", check.key() == null ? "none, nobody signs" : check.key());
    out.printf(
        "%d readings in %d sealed chunks, %d alarm transitions, %d audit lines, %d reports with %d"
            + " signatures. %s%n",
        report.readings(),
        report.chunks(),
        report.alarms(),
        report.audits(),
        archive.reports(),
        archive.signatures(),
        findings.isEmpty()
            ? "Nothing was changed."
            : "Does not agree: %d.".formatted(findings.size()));
  }

  private String json(LedgerCheck check, LedgerReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeBooleanProperty("sound", findings.isEmpty() && report.leaves() > 0);
      json.writeStringProperty("origin", check.origin());
      json.writeStringProperty("key", check.key() == null ? "" : check.key().toString());
      json.writeNumberProperty("leaves", report.leaves());
      json.writeNumberProperty("signedLeaves", report.signedLeaves());
      json.writeNumberProperty("checkpoints", report.checkpoints());
      json.writeNumberProperty("readings", report.readings());
      json.writeNumberProperty("chunks", report.chunks());
      json.writeNumberProperty("alarmTransitions", report.alarms());
      json.writeNumberProperty("auditLines", report.audits());
      json.writeNumberProperty("reports", archive.reports());
      json.writeNumberProperty("signatures", archive.signatures());
      list(json, "findings", findings);
      list(json, "notes", notes);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void list(JsonGenerator json, String name, List<String> lines) {
    json.writeArrayPropertyStart(name);
    lines.forEach(json::writeString);
    json.writeEndArray();
  }
}
