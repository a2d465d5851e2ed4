package ai.cryox.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private static final Instant AT = Instant.parse("2026-11-23T20:14:07Z");

  private static Units in(Locale locale, Degrees degrees) {
    return new Units(Messages.in(locale), ZoneId.of("Europe/Berlin"), degrees);
  }

  @Test
  void theSameTemperatureReadsInBothDegrees() {
    assertEquals("−18.4\u2009°C", in(Locale.ENGLISH, Degrees.CELSIUS).temperature(-18.4));
    assertEquals("−1.1\u2009°F", in(Locale.ENGLISH, Degrees.FAHRENHEIT).temperature(-18.4));
    assertEquals("46.4\u2009°F", in(Locale.ENGLISH, Degrees.FAHRENHEIT).temperature(8));
  }

  @Test
  void aDifferenceHasNoOffset() {
    assertEquals("+1.8\u2009°F/min", in(Locale.ENGLISH, Degrees.FAHRENHEIT).slope(1));
    assertEquals("−0.5\u2009°C/min", in(Locale.ENGLISH, Degrees.CELSIUS).slope(-0.5));
  }

  @Test
  void aSlowChangeIsToldByTheHour() {
    Units celsius = in(Locale.ENGLISH, Degrees.CELSIUS);
    assertEquals("+1.8\u2009°C/h", celsius.slope(0.03));
    assertEquals("1.8/h", celsius.steepness(-0.03));
    assertEquals("0.9/min", celsius.steepness(0.9));
  }

  @Test
  void whatIsNoNumberIsADashInBothDegrees() {
    for (Degrees degrees : Degrees.values()) {
      assertEquals(Units.NONE, in(Locale.ENGLISH, degrees).temperature(Double.NaN));
    }
  }

  @Test
  void numbersAndDaysAreWrittenAsTheLanguageDoes() {
    Units german = in(Locale.GERMANY, Degrees.CELSIUS);
    Units english = in(Locale.UK, Degrees.CELSIUS);
    assertEquals("8,5\u2009°C", german.temperature(8.5));
    assertEquals("155.927", german.count(155_927));
    assertEquals("155,927", english.count(155_927));
    assertTrue(german.dayTime(AT).startsWith("23. Nov"), german.dayTime(AT));
    assertTrue(english.dayTime(AT).startsWith("23 Nov"), english.dayTime(AT));
  }

  @Test
  void timesAreLocalAndSayTheirZone() {
    assertEquals("21:14:07", in(Locale.UK, Degrees.CELSIUS).time(AT));
    assertEquals("CET", in(Locale.UK, Degrees.CELSIUS).zoneName(AT));
    assertEquals("MEZ", in(Locale.GERMANY, Degrees.CELSIUS).zoneName(AT));
  }
}
