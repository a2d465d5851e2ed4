package ai.cryox.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"-18.5;-18.5", "−18,5;-18.5", "–2;-2", "+3;3", " 8 °C ;8", "0;0"})
  void aNumberIsReadHoweverItIsTyped(String typed, double number) {
    assertEquals(number, Typed.number(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "warm", "1.2.3", "NaN", "1e9", "--5", "5 6", "9999999999"})
  void whatIsNoNumberHasNoValue(String typed) {
    assertNull(Typed.number(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "45 s, PT45S",
    "10, PT10M",
    "10min, PT10M",
    "1 h 30 min, PT1H30M",
    "2 d, PT48H",
    "2 t, PT48H"
  })
  void aSpanIsReadInParts(String typed, Duration span) {
    assertEquals(span, Typed.span(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5 min", "5 weeks", "1 h and", "min", "99999999999 s"})
  void whatIsNoSpanHasNoValue(String typed) {
    assertNull(Typed.span(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"45 s", "6 min", "2 h 05 min", "3 d 4 h"})
  void whatUnitsWriteCanBeTypedAgain(String written) {
    Units units = new Units(Messages.in(Locale.ENGLISH), ZoneOffset.UTC);
    Duration span = Typed.span(written);
    assertEquals(written, span == null ? "nothing" : units.duration(span));
  }

  @Test
  void aTimeOfDayIsReadAndNonsenseIsNot() {
    assertEquals(LocalTime.of(6, 0), Typed.time("6:00"));
    assertNull(Typed.time("25:00"));
    assertNull(Typed.time("noon"));
    assertNull(Typed.day("2026-02-30"));
  }
}
