package ai.cryox.backend.report;

import ai.cryox.backend.sheet.Workbook;
import ai.cryox.core.report.DataNote;
import ai.cryox.core.report.Letterhead;
import ai.cryox.core.report.ReportKind;
import ai.cryox.core.report.ReportSignature;
import ai.cryox.core.report.ReportState;
import ai.cryox.core.report.ReportStep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report's data as a workbook: what is known of the report on its first sheet, the figures of
/// its units on the second if it has any, the data on the others, as they are in the PDF. Any
/// thread.
public final class DataExport {
  private DataExport() {}

  /// Writes it.
  ///
  /// @param csv the data from their heading on
  /// @param figures of the units, the same way, or `null`
  /// @param letterhead says in which language
  /// @param out stays open
  /// @throws IOException if they cannot be read or written
  public static void workbook(
      InputStream csv,
      byte @Nullable [] figures,
      DataNote note,
      Letterhead letterhead,
      OutputStream out)
      throws IOException {
    ReportWords words = new ReportWords(letterhead.language(), letterhead.zone());
    try (Workbook workbook = new Workbook(new Unclosed(out))) {
      workbook.facts(words.say("sheet.report"), facts(note, words));
      if (figures != null) {
        workbook.table(
            words.say("sheet.figures"), new ByteArrayInputStream(figures), FigureRows::column);
      }
      workbook.table(words.say("sheet.data"), csv, LogRows::column);
    }
  }

  /// The hash of the data comes before any other.
  private static List<Workbook.Fact> facts(DataNote note, ReportWords words) {
    List<Workbook.Fact> facts = new ArrayList<>();
    facts.add(new Workbook.Fact(words.say("sheet.hash"), note.sha256()));
    for (DataNote.Line line : note.lines()) {
      facts.add(new Workbook.Fact(words.say(line.said()), value(line, words)));
    }
    for (ReportSignature signature : note.signatures()) {
      facts.add(new Workbook.Fact(words.say("sheet.signed"), signed(signature, words)));
    }
    facts.add(new Workbook.Fact(words.say("sheet.times"), words.say("sheet.times.utc")));
    facts.add(new Workbook.Fact(words.say("sheet.check"), words.say("sheet.check.how")));
    return facts;
  }

  private static String value(DataNote.Line line, ReportWords words) {
    return switch (line.said()) {
      case KIND -> words.say(ReportKind.named(line.value()));
      case STATE -> words.say(ReportState.named(line.value()));
      default -> line.value();
    };
  }

  /// Printed name, time and meaning, as in the PDF.
  private static String signed(ReportSignature signature, ReportWords words) {
    ReportStep step = signature.step();
    String name = "%s (%s)".formatted(signature.name(), signature.userId());
    List<String> lines = new ArrayList<>();
    lines.add(words.say("sign.line." + step, name, words.stamp(signature.at())));
    lines.add(words.say("sign.meaning", words.say("sign.meaning." + step)));
    if (!signature.comment().isBlank()) {
      lines.add(signature.comment().strip());
    }
    lines.add(words.say("sign.document", signature.signed()));
    return String.join("\n", lines);
  }

  /// What takes the workbook ends later than that.
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
