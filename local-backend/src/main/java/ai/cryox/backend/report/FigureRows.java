package ai.cryox.backend.report;

import ai.cryox.backend.sheet.Column;
import ai.cryox.core.compliance.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The figures of a report's units as comma-separated values, a row for each unit: the numbers that
/// its pages print.
final class FigureRows {
  /// The names of the columns.
  static final List<String> COLUMNS =
      List.of(
          "deviceId",
          "name",
          "zone",
          "profile",
          "minimum",
          "mean",
          "maximum",
          "meanKinetic",
          "percentWithin",
          "excursions",
          "percentComplete",
          "received",
          "expected");

  private static final int PRINTED_DIGITS = 3;

  private FigureRows() {}

  /// What the fields of a column are.
  static Column column(String name) {
    return switch (name) {
      case "minimum", "mean", "maximum", "meanKinetic", "percentWithin", "percentComplete" ->
          Column.DECIMAL;
      case "excursions", "received", "expected" -> Column.WHOLE;
      default -> Column.TEXT;
    };
  }

  static byte[] of(List<UnitRecord> units) {
    CsvBuffer rows = new CsvBuffer();
    COLUMNS.forEach(rows::field);
    rows.end();
    for (UnitRecord unit : units) {
      row(unit, rows);
    }
    return rows.take();
  }

  private static void row(UnitRecord unit, CsvBuffer rows) {
    Figures figures = unit.figures();
    rows.field(unit.device().deviceId())
        .field(unit.name())
        .field(unit.past().zone())
        .field(unit.profile().name())
        .field(rounded(figures.smallest(), PRINTED_DIGITS, RoundingMode.FLOOR))
        .field(rounded(figures.mean(), 2, RoundingMode.HALF_EVEN))
        .field(rounded(figures.largest(), PRINTED_DIGITS, RoundingMode.CEILING))
        .field(unit.rule().isEmpty() ? Double.NaN : ExcursionWords.tenth(figures.kinetic()))
        .field(percent(figures.safePart()))
        .field(Integer.toString(unit.excursions().size()))
        .field(percent(UnitSection.complete(unit)))
        .field(Long.toString(figures.received()))
        .field(Long.toString(figures.expected()));
    rows.end();
  }

  private static double percent(double part) {
    return Double.isNaN(part)
        ? part
        : BigDecimal.valueOf(part).movePointRight(2).setScale(2, RoundingMode.FLOOR).doubleValue();
  }

  private static double rounded(double celsius, int digits, RoundingMode mode) {
    return Double.isFinite(celsius)
        ? BigDecimal.valueOf(celsius).setScale(digits, mode).doubleValue()
        : Double.NaN;
  }
}
