package ai.cryox.core.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is said beside a report's data when they leave it as a file of their own: where they
/// belong, who signed that, and the hash that the report prints.
///
/// @param lines in their order
/// @param signatures of people, oldest first
/// @param sha256 of the data as they are in the report, hexadecimal
public record DataNote(List<Line> lines, List<ReportSignature> signatures, String sha256) {
  /// What a line says.
  public enum Said {
    /// The report's number.
    REPORT,
    /// Which kind of report.
    KIND,
    /// Of which facility.
    FACILITY,
    /// Of which unit.
    UNIT,
    /// The period's beginning.
    FROM,
    /// The period's end, which itself is not included.
    UNTIL,
    /// Who had it made.
    MADE_BY,
    /// When.
    MADE_AT,
    /// By which program.
    SOFTWARE,
    /// Where the report is on its way.
    STATE,
    /// The version it takes the place of.
    CORRECTS,
    /// Why.
    REASON,
    /// What else is to be said.
    NOTE,
    /// The hash of the document as it is now.
    DOCUMENT
  }

  /// One line.
  ///
  /// @param value one line of text
  public record Line(Said said, String value) {}

  public DataNote {
    lines = List.copyOf(lines);
    signatures = List.copyOf(signatures);
  }

  /// Of a report that is not kept.
  ///
  /// @param facilityName as it stands on the pages
  public static DataNote of(
      ReportOrder order,
      String facilityName,
      String madeBy,
      Instant madeAt,
      String software,
      String sha256) {
    List<Line> lines = new ArrayList<>();
    about(lines, order, facilityName);
    add(lines, Said.MADE_BY, madeBy);
    add(lines, Said.MADE_AT, madeAt.toString());
    add(lines, Said.SOFTWARE, software);
    return new DataNote(lines, List.of(), sha256);
  }

  /// Of a report that is kept, with all its signatures.
  public static DataNote of(StoredReport report) {
    List<Line> lines = new ArrayList<>();
    add(lines, Said.REPORT, report.reportId());
    about(lines, report.order(), report.facilityId());
    add(lines, Said.MADE_BY, report.maker().name());
    add(lines, Said.MADE_AT, report.begunAt().toString());
    add(lines, Said.STATE, report.state().wireName());
    add(lines, Said.CORRECTS, report.corrects());
    add(lines, Said.REASON, report.reason());
    add(lines, Said.NOTE, report.note());
    add(lines, Said.DOCUMENT, report.document());
    return new DataNote(lines, report.signatures(), report.data());
  }

  private static void about(List<Line> lines, ReportOrder order, String facility) {
    add(lines, Said.KIND, order.kind().wireName());
    add(lines, Said.FACILITY, facility);
    add(lines, Said.UNIT, order.deviceId());
    add(lines, Said.FROM, order.from().toString());
    add(lines, Said.UNTIL, order.until().toString());
  }

  /// Printed name, time and meaning (21 CFR 11.50).
  private static String words(ReportSignature signature) {
    String comment = signature.comment().isEmpty() ? "" : ": " + oneLine(signature.comment());
    return "%s by %s (%s) at %s%s"
        .formatted(
            signature.step().to().wireName(),
            oneLine(signature.name()),
            signature.userId(),
            signature.at(),
            comment);
  }

  private static void add(List<Line> lines, Said said, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      lines.add(new Line(said, oneLine(value)));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /// A small text that lies beside a file of the data: `sha256sum --check` takes it, and people can
  /// read it.
  ///
  /// @param fileName the data's, without its folder
  public String beside(String fileName) {
    StringBuilder text = new StringBuilder("# The data of a report, as they are in its PDF.\n");
    for (Line line : lines) {
      String name = line.said().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      text.append("# ").append(name).append(": ").append(line.value()).append('\n');
    }
    for (ReportSignature signature : signatures) {
      text.append("# signed: ").append(words(signature)).append('\n');
    }
    return text.append(sha256).append("  ").append(fileName).append('\n').toString();
  }

  /// How the file is called that lies beside.
  public static String besideName(String fileName) {
    return fileName + ".sha256";
  }
}
