package ai.cryox.core.report;

import java.util.Locale;

/// In which form a report is handed out.
public enum ReportForm {
  /// The document itself.
  PDF,
  /// The data in it, as they are.
  CSV;

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
        "A report cannot be had as '%s'; it can as pdf or csv.".formatted(name));
  }
}
