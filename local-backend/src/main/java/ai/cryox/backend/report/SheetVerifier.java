package ai.cryox.backend.report;

import ai.cryox.backend.sheet.WorkbookReader;
import ai.cryox.core.report.Check;
import ai.cryox.core.report.DataNote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks that a file of data, comma-separated or a workbook, holds what a report holds: by the
/// hash that it says itself, and by the report. Any thread.
public final class SheetVerifier {
  /// What says whether a sheet is as it was written.
  static final String SHEET = "sheet";

  /// What says whether its data are those of the report.
  static final String REPORT = "report";

  /// What says whether its figures are.
  static final String FIGURES = "figures";

  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};
  private static final long LARGEST_NOTE = 1L << 20;

  private SheetVerifier() {}

  /// Whether a file is data rather than a report.
  ///
  /// @throws ReportException if there is no such file, or it cannot be read
  public static boolean isData(Path file) {
    byte[] first = first(file);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return begins(first, ZIP) || (!begins(first, PDF) && name.endsWith(".csv"));
  }

  private static byte[] first(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ReportException("There is no file %s.".formatted(file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ZIP.length);
    } catch (IOException failed) {
      throw new ReportException(
          "%s cannot be read: %s.".formatted(file, failed.getMessage()), failed);
    }
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    return Arrays.equals(bytes, with);
  }

  /// Checks a file.
  ///
  /// @param report the PDF that it belongs to, which is verified too; `null` if it is not at hand
  /// @throws ReportException if there is no such file
  public static List<Check> verify(Path file, @Nullable Path report) {
    List<Check> checks = new ArrayList<>();
    boolean workbook = begins(first(file), ZIP);
    Found found;
    try {
      found = workbook ? inWorkbook(file) : inText(file);
    } catch (IOException | RuntimeException broken) {
      checks.add(
          Check.bad(
              SHEET,
              "It cannot be read (%s): it is damaged, or no file of a report's data."
                  .formatted(broken.getMessage())));
      return checks;
    }
    said(found, workbook, file, checks);
    if (report != null) {
      compare(found, report, checks);
    }
    return checks;
  }

  /// @param said the hash that it says; `null` if it says none
  /// @param hash of what is in it
  /// @param figures of units in it; `null` if there are none
  private record Found(@Nullable String said, String hash, byte @Nullable [] figures) {}

  private static Found inWorkbook(Path file) throws IOException {
    MessageDigest digest = PackedFile.sha256();
    try (WorkbookReader reader = new WorkbookReader(file)) {
      String said = hash(String.join("\n", reader.facts()));
      reader.table(
          heading -> !FigureRows.COLUMNS.equals(heading),
          LogRows::column,
          new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      ByteArrayOutputStream figures = new ByteArrayOutputStream();
      reader.table(FigureRows.COLUMNS::equals, FigureRows::column, figures);
      return new Found(
          said,
          HexFormat.of().formatHex(digest.digest()),
          figures.size() == 0 ? null : figures.toByteArray());
    }
  }

  private static Found inText(Path file) throws IOException {
    Path note = file.resolveSibling(DataNote.besideName(file.getFileName().toString()));
    String said =
        Files.isRegularFile(note) && Files.size(note) <= LARGEST_NOTE
            ? ofData(Files.readString(note))
            : null;
    try (InputStream in = Files.newInputStream(file)) {
      return new Found(said, sha256(in), null);
    }
  }

  private static @Nullable String hash(String text) {
    Matcher found = HASH.matcher(text);
    return found.find() ? found.group() : null;
  }

  /// The lines that begin with a number sign tell of other hashes.
  private static @Nullable String ofData(String note) {
    return note.lines()
        .filter(line -> !line.startsWith("#"))
        .map(HASH::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElse(null);
  }

  private static String sha256(InputStream in) throws IOException {
    MessageDigest digest = PackedFile.sha256();
    in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void said(Found found, boolean workbook, Path file, List<Check> checks) {
    String where =
        workbook ? "its first sheet" : DataNote.besideName(file.getFileName().toString());
    if (found.said == null) {
      checks.add(
          workbook
              ? Check.bad(SHEET, "Its first sheet says no hash of the data.")
              : Check.good(
                  SHEET,
                  "The data in it have the hash %s; there is no %s beside it that says which it must be."
                      .formatted(found.hash, where)));
    } else if (found.said.equals(found.hash)) {
      checks.add(
          Check.good(
              SHEET,
              "The data in it have the hash that %s says, %s.".formatted(where, found.hash)));
    } else {
      checks.add(
          Check.bad(
              SHEET,
              "The data in it were changed: their hash is %s, and %s says %s."
                  .formatted(found.hash, where, found.said)));
    }
  }

  private static void compare(Found found, Path report, List<Check> checks) {
    List<Check> ofReport = ReportVerifier.verify(report);
    checks.addAll(ofReport);
    try {
      figures(found, report, checks);
      String[] hash = new String[1];
      EmbeddedData.read(report, data -> hash[0] = sha256(data));
      checks.add(
          found.hash.equals(hash[0])
              ? Check.good(REPORT, "The data in it are those of the report, byte for byte.")
              : Check.bad(
                  REPORT,
                  "The data in it are not those of the report: their hash is %s, that of the report's data %s."
                      .formatted(found.hash, hash[0])));
    } catch (IOException broken) {
      checks.add(
          Check.bad(
              REPORT, "The report's data cannot be read (%s).".formatted(broken.getMessage())));
    }
  }

  /// The hash is of the data alone.
  private static void figures(Found found, Path report, List<Check> checks) throws IOException {
    if (found.figures == null) {
      return;
    }
    checks.add(
        Arrays.equals(found.figures, EmbeddedData.figures(report))
            ? Check.good(FIGURES, "The figures in it are those of the report.")
            : Check.bad(FIGURES, "The figures in it are not those of the report."));
  }
}
