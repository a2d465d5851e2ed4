package ai.cryox.app.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ReportLinesTest {
  private final ReportLines german =
      new ReportLines(new Units(Messages.in(Locale.GERMANY), ZoneOffset.UTC));

  @Test
  void aReportThatWasMadeIsToldInTheLanguageOfTheConsole() {
    assertEquals(
        "Bericht hall-2026-000004, 27 Seiten, Daten SHA-256 49b2.",
        german.inWords("Report hall-2026-000004, 27 pages, data SHA-256 49b2."));
  }

  @Test
  void whyThereIsNoTimeStampStaysAsItWasWritten() {
    assertEquals(
        "Bericht hall-2026-000004, 1 Seite, Daten SHA-256 49b2. Without a time stamp: no answer.",
        german.inWords(
            "Report hall-2026-000004, 1 pages, data SHA-256 49b2. Without a time stamp: no"
                + " answer."));
  }

  @Test
  void aSignatureNamesWhatTheReportBecame() {
    assertEquals(
        "hall-2026-000004 unterschrieben als Geprüft; Dokument SHA-256 aa, danach bb.",
        german.inWords("Signed hall-2026-000004 as reviewed; document SHA-256 aa, then bb."));
  }

  @Test
  void aScheduleIsToldWithWhenAndToWhom() {
    assertEquals(
        "Alarmprotokoll von Hall 001, monatlich am 1. um 07:00, Mail an niemanden.",
        german.inWords("alarms of hall_001, monthly on day 1 at 07:00, mailed to nobody."));
    assertEquals(
        "Zeitraum eines Standorts von Hall 001, täglich um 06:00, Mail an anna, ben.",
        german.inWords(
            "period of hall_001, daily at 06:00, mailed to anna, ben."
                + " First at 2026-11-24T05:00:00Z."));
  }

  @Test
  void whatIsWordedInAnotherWayIsNone() {
    assertNull(german.inWords("Asked for now."));
  }
}
