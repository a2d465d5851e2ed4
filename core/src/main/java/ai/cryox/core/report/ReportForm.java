package ai.cryox.core.report;

import java.util.Locale;

/// In which form a report is handed out.
public enum ReportForm {
  /// The document itself.
  PDF,
  /// The data in it, as they are.
  CSV,
  /// The same data as a workbook, with what is known of the report on its first sheet.
  XLSX;

  /// The form that a file's name asks for by its ending; PDF if it has none of these.
  public static ReportForm of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (ReportForm form : values()) {
      if (name.endsWith("." + form.ending())) {
        return form;
      }
    }
    return PDF;
  }

  /// As a file's name ends, such as `pdf`.
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The form of that name, in any case.
  ///
  /// @throws IllegalArgumentException if there is none, with a sentence
  public static ReportForm named(String name) {
    for (ReportForm form : values()) {
      if (form.ending().equalsIgnoreCase(name.strip())) {
        return form;
      }
    }
    throw new IllegalArgumentException(
        "A report cannot be had as '%s'; it can as pdf, csv or xlsx.".formatted(name));
  }
}
