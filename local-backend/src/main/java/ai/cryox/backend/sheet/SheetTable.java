package ai.cryox.backend.sheet;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes one file of comma-separated values of the rows of several sheets with the same heading.
/// One thread.
final class SheetTable {
  private final Predicate<List<String>> wanted;
  private final Function<String, Column> columns;
  private final CsvText out;
  private @Nullable List<String> heading;
  private Column[] kinds = new Column[0];
  private boolean isFirstRow;
  private boolean isOther;
  private long records;

  SheetTable(Predicate<List<String>> wanted, Function<String, Column> columns, CsvText out) {
    this.wanted = wanted;
    this.columns = columns;
    this.out = out;
  }

  /// The rows of another sheet come, its heading first.
  void nextSheet() {
    isFirstRow = true;
  }

  /// How many records were written, without the heading.
  long records() {
    return records;
  }

  /// Takes a row.
  ///
  /// @throws IOException if it does not fit, or cannot be written
  void take(List<Cell> row) throws IOException {
    if (isFirstRow) {
      isFirstRow = false;
      List<String> names = row.stream().map(Cell::text).toList();
      isOther = !wanted.test(names);
      if (!isOther) {
        heading(names);
      }
      return;
    }
    if (isOther || row.stream().allMatch(cell -> cell.text().isEmpty())) {
      return;
    }
    for (int i = 0; i < Math.max(kinds.length, row.size()); i++) {
      Cell cell = i < row.size() ? row.get(i) : Cell.NONE;
      out.field(cell.number() && i < kinds.length ? number(cell, kinds[i]) : cell.text());
    }
    out.end();
    records++;
  }

  private void heading(List<String> names) throws IOException {
    if (heading == null) {
      heading = names;
      kinds = names.stream().map(columns).toArray(Column[]::new);
      for (String name : names) {
        out.field(name);
      }
      out.end();
    } else if (!heading.equals(names)) {
      throw new IOException("its sheets have different columns");
    }
  }

  private String number(Cell cell, Column kind) throws IOException {
    try {
      double value = Double.parseDouble(cell.text());
      return switch (kind) {
        case DECIMAL -> Double.toString(value);
        case WHOLE -> value == Math.rint(value) ? Long.toString((long) value) : cell.text();
        case TIME -> CsvText.time(SheetXml.millis(value));
        case TEXT -> cell.text();
      };
    } catch (NumberFormatException wrong) {
      throw new IOException("'%s' is no number".formatted(cell.text()), wrong);
    }
  }
}
