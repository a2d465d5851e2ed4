package ai.cryox.app.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.device.Device;
import ai.cryox.core.energy.Baseline;
import ai.cryox.core.energy.Tariff;
import ai.cryox.core.reading.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class UnitEnergyTest {
  private static final Instant UNTIL = Instant.parse("2026-11-23T20:00:00Z");

  private static List<Bucket> windows(int count, double watts) {
    List<Bucket> windows = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      Instant end = UNTIL.minus(UnitEnergy.WINDOW.multipliedBy(i));
      windows.add(new Bucket(end, watts, watts, watts, 5));
    }
    return windows;
  }

  private static UnitEnergy unit(EnergyPeriod period, List<Bucket> power) {
    return UnitEnergy.of("u", period, UNTIL, power, List.of());
  }

  private static Baseline baseline(double watts) {
    return new Baseline("u", UNTIL.minusSeconds(1), UNTIL, watts, 288, "Ada", UNTIL);
  }

  @Property
  void aConstantPowerIsItsEnergy(
      @ForAll @IntRange(min = 1, max = 288) int count,
      @ForAll @DoubleRange(min = 0, max = 5_000) double watts) {
    UnitEnergy unit = unit(EnergyPeriod.DAY, windows(count, watts));
    assertEquals(watts * count / 12 / 1_000, unit.kilowattHours(), 1e-6);
    assertEquals(watts * 24 / 1_000, unit.kilowattHoursPerDay(), 1e-6);
    assertEquals(count / 288.0, unit.share(), 1e-9);
  }

  @Property
  void everyWindowHasItsBarAndNoOther(@ForAll @IntRange(min = 1, max = 288) int count) {
    UnitEnergy unit = unit(EnergyPeriod.DAY, windows(count, 100));
    for (int i = 0; i < 288; i++) {
      assertEquals(i < 288 - count, Double.isNaN(unit.bars()[i]), "bar " + i);
    }
  }

  @Test
  void aWeekIsSummedUpByTheHour() {
    UnitEnergy unit = unit(EnergyPeriod.WEEK, windows(24, 100));
    assertEquals(168, unit.bars().length);
    assertEquals(100, unit.bars()[167]);
    assertEquals(100, unit.bars()[166]);
    assertTrue(Double.isNaN(unit.bars()[165]));
  }

  @Test
  void whatIsSavedIsTheBaselinesLess() {
    UnitEnergy unit = unit(EnergyPeriod.DAY, windows(288, 150));
    assertEquals(1.2, unit.saved(baseline(200)), 1e-9);
    assertEquals(0.25, unit.savedShare(baseline(200)), 1e-9);
    assertEquals(-1.2, unit.saved(baseline(100)), 1e-9, "more is less than nothing saved");
    assertTrue(Double.isNaN(unit.saved(null)));
    assertEquals(3.6 * 0.5, unit.cost(new Tariff(0.5, "EUR")), 1e-9);
    assertTrue(Double.isNaN(unit.cost(null)));
  }

  @Test
  void aUnitThatSaysNothingCountsForNothing() {
    UnitEnergy silent = unit(EnergyPeriod.DAY, List.of());
    assertFalse(silent.isKnown());
    assertTrue(Double.isNaN(silent.saved(baseline(100))));
    Device device = Device.unconfirmed("u", "north", UNTIL);
    EnergyTotals totals =
        EnergyTotals.of(
            List.of(
                new EnergyRow(device, silent, new Tariff(1, "EUR"), baseline(100)),
                new EnergyRow(
                    device,
                    unit(EnergyPeriod.DAY, windows(288, 100)),
                    new Tariff(1, "EUR"),
                    null)));
    assertEquals(1, totals.units());
    assertEquals(2.4, totals.kilowattHours(), 1e-9);
    assertEquals(Map.of("EUR", totals.kilowattHours()), totals.cost());
    assertTrue(Double.isNaN(totals.saved()));
  }

  @Test
  void unitsTogetherAddUpWhereEitherIsKnown() {
    UnitEnergy one = unit(EnergyPeriod.DAY, windows(288, 100));
    UnitEnergy other = unit(EnergyPeriod.DAY, windows(12, 50));
    double[] both = UnitEnergy.together(List.of(one, other), EnergyPeriod.DAY.bars());
    assertEquals(100, both[0]);
    assertEquals(150, both[287]);
    assertEquals(Duration.ofMinutes(5), EnergyPeriod.DAY.bar());
  }
}
