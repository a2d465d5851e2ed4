package ai.cryox.app.audit;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the backend writes down about reports and their schedules, in this console's language. What
/// is worded in another way stays as it is. Pure.
///
/// @param units names of places and words
record ReportLines(Units units) {
  private static final Pattern MADE =
      Pattern.compile(
          "Report (\\S+), (\\d{1,9}) pages, data SHA-256 (\\p{XDigit}*)\\.(.*)", Pattern.DOTALL);
  private static final Pattern SIGNED =
      Pattern.compile(
          "Signed (\\S+) as ([a-z]+); document SHA-256 (\\p{XDigit}*), then (\\p{XDigit}*)\\.(.*)",
          Pattern.DOTALL);
  private static final Pattern PLANNED =
      Pattern.compile(
          "([a-z]+) of (\\S+)( \\S+)?, ([a-z]+)(?: on day (\\d+))? at ([0-9:]+), mailed to (.+?)\\."
              + "(?: First at (\\S+)\\.)?");

  private Messages messages() {
    return units.messages();
  }

  /// The line in words; `null` if it is none of these.
  @Nullable String inWords(String detail) {
    Matcher made = MADE.matcher(detail);
    if (made.matches()) {
      return messages()
              .text(
                  "audit.report.made", made.group(1), Integer.valueOf(made.group(2)), made.group(3))
          + made.group(4);
    }
    Matcher signed = SIGNED.matcher(detail);
    if (signed.matches()) {
      return messages()
              .text(
                  "audit.report.signed",
                  signed.group(1),
                  word("reportstate", signed.group(2)),
                  signed.group(3),
                  signed.group(4))
          + signed.group(5);
    }
    Matcher planned = PLANNED.matcher(detail);
    return planned.matches() ? planned(planned) : null;
  }

  private String planned(Matcher line) {
    String day = line.group(5) == null ? "" : messages().text("audit.report.day", line.group(5));
    String to =
        line.group(7).equals("nobody") ? messages().text("audit.report.nobody") : line.group(7);
    String unit = line.group(3) == null ? "" : line.group(3);
    return messages()
        .text(
            "audit.report.planned",
            word("reportkind", line.group(1)),
            units.place(line.group(2)) + unit,
            word("cadence", line.group(4)).toLowerCase(messages().locale()) + day,
            line.group(6),
            to);
  }

  private String word(String prefix, String constant) {
    return messages().textOr(prefix + "." + constant.toLowerCase(Locale.ROOT), constant);
  }
}
