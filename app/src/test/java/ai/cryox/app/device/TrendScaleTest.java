package ai.cryox.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.classify.StorageProfiles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendScaleTest {
  @Test
  void everyValueAndEveryLimitHasItsPlace() {
    for (StorageProfile profile : StorageProfiles.all()) {
      TrendScale scale = TrendScale.of(-30.5, 41, profile, 5);
      assertTrue(scale.least() < -30.5 && scale.most() > 41);
      assertTrue(Double.isInfinite(profile.top()) || scale.below(profile.top(), 100) > 0);
      assertTrue(Double.isInfinite(profile.bottom()) || scale.below(profile.bottom(), 100) < 100);
    }
  }

  @Test
  void aScaleWithoutValuesOrLimitsStillHasLines() {
    StorageProfile none = new StorageProfile("none", "None", Map.of(), List.of());
    TrendScale scale = TrendScale.of(Double.NaN, Double.NaN, none, 4);
    assertTrue(scale.step() > 0);
    assertTrue(scale.firstLine() >= scale.least() && scale.firstLine() < scale.most());
  }

  @Test
  void marksStayOnRoundHoursWhenTheClocksGoBack() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant from = Instant.parse("2026-10-24T22:00:00Z");
    List<Instant> marks =
        TimeMarks.between(from, from.plus(Duration.ofHours(25)), Duration.ofHours(3), berlin);
    assertEquals(8, marks.size());
    for (Instant mark : marks) {
      assertEquals(0, mark.atZone(berlin).getHour() % 3);
    }
  }

  @Test
  void aWeekHasAMarkForEachMidnight() {
    Instant from = Instant.parse("2026-11-16T12:00:00Z");
    List<Instant> marks =
        TimeMarks.between(
            from, from.plus(Duration.ofDays(7)), Duration.ofDays(1), ZoneId.of("Europe/Berlin"));
    assertEquals(7, marks.size());
  }
}
