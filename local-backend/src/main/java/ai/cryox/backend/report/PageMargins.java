package ai.cryox.backend.report;

import java.time.Instant;

/// What stands on top and at the bottom of every page, as style rules.
///
/// @param content what the report says
/// @param words the report's
record PageMargins(ReportContent content, ReportWords words) {
  /// What stands on top and at the bottom of every page.
  String css() {
    String hash = content.data().sha256();
    Instant made = content.madeAt();
    return """
    @page {
      @top-left { content: %s; width: 35%%; font-family: 'Roboto', 'DejaVu Sans', 'Droid Sans Fallback'; font-size: 9pt;
        font-weight: 700; border-bottom: 1.2pt solid #1b2127; vertical-align: bottom;
        padding-bottom: 2.5mm; margin-bottom: 6mm; }
      @top-right { content: %s; width: 65%%; font-family: 'Roboto', 'DejaVu Sans', 'Droid Sans Fallback'; font-size: 9pt;
        text-align: right; border-bottom: 1.2pt solid #1b2127; vertical-align: bottom;
        padding-bottom: 2.5mm; margin-bottom: 6mm; }
      @bottom-left { content: %s; width: 65%%; font-family: 'JetBrains Mono';
        font-size: 6.8pt; color: #4c5761; border-top: 0.8pt solid #1b2127; white-space: pre;
        vertical-align: top; padding-top: 2.5mm; margin-top: 7mm; }
      @bottom-right { content: %s counter(page) %s counter(pages); width: 35%%;
        font-family: 'JetBrains Mono'; font-size: 6.8pt; color: #4c5761; text-align: right;
        border-top: 0.8pt solid #1b2127; white-space: pre; vertical-align: top;
        padding-top: 2.5mm; margin-top: 7mm; }
    }
    """
        .formatted(
            quoted(content.request().letterhead().facilityName()),
            quoted(
                words.say(
                    "document.title",
                    words.say(content.request().kind()),
                    words.days(content.request().from(), content.request().until()))),
            quoted(
                words.say("footer.data", hash.substring(0, 8) + "…" + hash.substring(60))
                    + "\n"
                    + words.say("footer.check")),
            quoted(
                words.say("made", content.software(), words.stamp(made))
                    + "\n"
                    + words.say("page")
                    + " "),
            quoted(" " + words.say("page.of") + " "));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(at -> {
          if (at == '\n') {
            quoted.append("\\A ");
          } else if (at == '"' || at == '\\' || at < 0x20) {
            quoted.append("\\%x ".formatted(at));
          } else {
            quoted.appendCodePoint(at);
          }
        });
    return quoted.append('"').toString();
  }
}
