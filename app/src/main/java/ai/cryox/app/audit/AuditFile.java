package ai.cryox.app.audit;

import ai.cryox.app.text.CsvCell;
import ai.cryox.app.text.WholeFile;
import ai.cryox.core.audit.AuditEntry;
import ai.cryox.core.audit.AuditQuery;
import ai.cryox.core.backend.Session;
import ai.cryox.core.page.Page;
import ai.cryox.core.page.PageRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/// Writes a part of the trail to a file, as comma-separated values (RFC 4180, UTF-8, times in UTC).
/// Blocks; the memory it takes does not depend on the length of the trail.
final class AuditFile {
  private static final int PAGE = 1_000;
  private static final String HEADER =
      "at,who,userId,what,deviceId,subject,outcome,occurrences,address,before,after,why,detail";

  private final Session session;

  AuditFile(Session session) {
    this.session = session;
  }

  /// Writes all lines that the question finds, newest first. The file is there whole or not at all.
  ///
  /// @param progress told how many lines there are so far; throws {@link CancellationException} to
  ///   break it off
  /// @return how many lines
  /// @throws UncheckedIOException if it cannot be written
  int write(AuditQuery query, Path file, IntConsumer progress) {
    try {
      return WholeFile.write(file, draft -> writePages(query, draft, progress));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int writePages(AuditQuery query, Path draft, IntConsumer progress) throws IOException {
    int lines = 0;
    try (Writer out = Files.newBufferedWriter(draft)) {
      out.write(HEADER + "\r\n");
      String token = null;
      do {
        Page<AuditEntry> page = session.audit(query, new PageRequest(PAGE, token));
        for (AuditEntry entry : page.items()) {
          out.write(line(entry));
        }
        lines += page.items().size();
        progress.accept(lines);
        token = page.continuationToken();
      } while (token != null);
    }
    return lines;
  }

  private static String line(AuditEntry entry) {
    AuditEntry.Change change = entry.change();
    return CsvCell.line(
        entry.at().toString(),
        entry.who(),
        entry.userId(),
        entry.what(),
        entry.deviceId(),
        entry.subject(),
        entry.outcome().name(),
        String.valueOf(entry.occurrences()),
        entry.address(),
        change == null ? null : change.before(),
        change == null ? null : change.after(),
        entry.why(),
        entry.detail());
  }
}
