package ai.cryox.backend.report;

import ai.cryox.core.report.Check;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last line of a verification: which file may be relied on, and what to do about one that may
/// not.
public final class Reliance {
  private static final String GOOD = "All is good.";

  private Reliance() {}

  /// Of a report.
  public static String ofReport(Path report, List<Check> checks) {
    return checks.stream().allMatch(Check::good)
        ? GOOD
        : "%s must not be relied on. Ask those who made the report to hand it out again."
            .formatted(name(report));
  }

  /// Of a report's data in a file of their own.
  ///
  /// @param report what they were compared with; `null` = with nothing
  public static String ofSheet(Path sheet, @Nullable Path report, List<Check> checks) {
    if (checks.stream().allMatch(Check::good)) {
      return GOOD;
    }
    String data = name(sheet);
    if (report == null) {
      return "%s must not be relied on. Take the data anew from the report that they are of."
          .formatted(data);
    }
    String whole = name(report);
    if (isBad(checks, SheetVerifier.SHEET) || isBad(checks, SheetVerifier.FIGURES)) {
      return isOfReportBad(checks)
          ? "Neither %s nor %s may be relied on. Ask those who made the report to hand out both again."
              .formatted(data, whole)
          : "%s must not be relied on; the report %s is as it was made. Take the data anew from the report."
              .formatted(data, whole);
    }
    return isOfReportBad(checks)
        ? "The report %s must not be relied on, so nothing vouches for %s. Ask those who made the report to hand it out again."
            .formatted(whole, data)
        : "%s has other data than the report %s, which is as it was made. Rely on the report, or look for the one that %s is of."
            .formatted(data, whole, data);
  }

  private static boolean isBad(List<Check> checks, String name) {
    return checks.stream().anyMatch(check -> !check.good() && check.name().equals(name));
  }

  private static boolean isOfReportBad(List<Check> checks) {
    return checks.stream()
        .anyMatch(check ->
            !check.good()
                && !check.name().equals(SheetVerifier.SHEET)
                && !check.name().equals(SheetVerifier.REPORT)
                && !check.name().equals(SheetVerifier.FIGURES));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
