package ai.cryox.app.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnergyWordsTest {
  private final EnergyWords words =
      new EnergyWords(new Units(Messages.in(Locale.UK), ZoneOffset.UTC));

  @Test
  void oneUnitsPowerIsSaidInWattsAndThatOfManyInKilowatts() {
    assertEquals("8\u2009W", words.watts(8.4));
    assertEquals("1187\u2009W", words.watts(1187));
    assertEquals("12.7\u2009kW", words.watts(12_702));
    assertEquals("–", words.watts(Double.NaN));
  }

  @Test
  void aSiteOfManyUnitsIsToldInKilowatts() {
    EnergyTotals all = new EnergyTotals(48, 12_702, 299.7, Double.NaN, Map.of());
    assertEquals(
        "48 units · 12.7\u2009kW · 299.7\u2009kWh · no tariff · no baseline", words.totals(all));
  }
}
