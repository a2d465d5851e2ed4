package ai.cryox.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationBookTest {
  private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

  private static Calibration entry(int number, int validFrom, int recordedAt, double offset) {
    return new Calibration(
        number,
        "temp_001",
        "48-2210",
        "PT100",
        "D-K-" + number,
        "",
        LocalDate.of(2026, 2, 14),
        LocalDate.of(2027, 2, 14),
        0.05,
        Correction.offset(offset),
        at(validFrom),
        at(recordedAt),
        "anna",
        "");
  }

  private static Instant at(int hour) {
    return T0.plus(Duration.ofHours(hour));
  }

  private static double added(CalibrationBook book, int time, int knownAt) {
    Calibration entry = book.at(at(time), at(knownAt));
    return entry == null ? 0 : entry.correction().apply(0);
  }

  @Test
  void aCorrectionHoldsFromItsTimeOn() {
    CalibrationBook book = new CalibrationBook(List.of(entry(1, 10, 12, 0.1)));
    assertEquals(0, added(book, 9, 99));
    assertEquals(0.1, added(book, 10, 99));
    assertEquals(0.1, added(book, 500, 99));
  }

  @Test
  void whatWasKnownEarlierStaysKnown() {
    CalibrationBook book =
        new CalibrationBook(List.of(entry(2, 10, 50, 0.3), entry(1, 10, 12, 0.1)));
    assertEquals(0.1, added(book, 20, 49));
    assertEquals(0.3, added(book, 20, 50));
    assertNull(book.at(at(20), at(11)));
  }

  @Test
  void theOneValidLastGoesBeforeTheOneEnteredLast() {
    CalibrationBook book =
        new CalibrationBook(List.of(entry(1, 20, 21, 0.2), entry(2, 10, 40, 0.1)));
    assertEquals(0.1, added(book, 15, 99));
    assertEquals(0.2, added(book, 25, 99));
    assertEquals(
        Map.of(
            at(10).toEpochMilli(), Correction.offset(0.1),
            at(20).toEpochMilli(), Correction.offset(0.2)),
        book.corrections(at(99)));
  }

  @Test
  void pointsAreJoinedByStraightLines() {
    Correction correction = Correction.parse("-20.2:-20.0, 0.0:0.1 10.1:10.0");
    assertEquals(-20.0, correction.apply(-20.2));
    assertEquals(-29.8, correction.apply(-30.0));
    assertEquals(-9.95, correction.apply(-10.1));
    assertEquals(0.1, correction.apply(0));
    assertEquals(10.0, correction.apply(10.1));
    assertEquals(39.9, correction.apply(40));
  }

  @Test
  void aNumberAloneIsAddedEverywhere() {
    assertEquals(5.1, Correction.parse(" +0.1 ").apply(5.0));
    assertTrue(Correction.parse("0").isNone());
    assertTrue(Correction.NONE.isNone());
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    assertThrows(IllegalArgumentException.class, () -> Correction.parse("five"));
    assertThrows(IllegalArgumentException.class, () -> Correction.parse("1:2,1:3"));
    assertThrows(IllegalArgumentException.class, () -> Correction.parse("NaN"));
  }

  @Test
  void itIsDueInSteps() {
    Calibration entry = entry(1, 0, 0, 0);
    assertEquals(Calibration.Due.LATER, entry.due(LocalDate.of(2026, 11, 13)));
    assertEquals(Calibration.Due.IN_THREE_MONTHS, entry.due(LocalDate.of(2026, 11, 14)));
    assertEquals(Calibration.Due.IN_ONE_MONTH, entry.due(LocalDate.of(2027, 1, 14)));
    assertEquals(Calibration.Due.NOW, entry.due(LocalDate.of(2027, 2, 14)));
  }
}
