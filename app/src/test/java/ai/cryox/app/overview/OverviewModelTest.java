package ai.cryox.app.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Specimens;
import ai.cryox.app.text.Messages;
import ai.cryox.app.text.Units;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.Reading;
import ai.cryox.core.reading.ReceivedReading;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OverviewModelTest {
  private static final Instant NOW = Instant.parse("2026-11-23T20:14:07Z");

  private final List<DeviceLive> devices =
      new ArrayList<>(Specimens.all(NOW, Messages.in(Locale.UK)));
  private final OverviewModel model =
      new OverviewModel(new Units(Messages.in(Locale.UK), ZoneOffset.UTC), () -> true);

  @BeforeEach
  void showAll() {
    model.show(devices, NOW);
    model.dirty().clear();
  }

  private BitSet afterReading(double celsius) {
    DeviceLive was = devices.getFirst();
    Reading reading = Reading.of(was.device().deviceId(), was.device().facilityId(), NOW, celsius);
    List<DeviceLive> next = new ArrayList<>(devices);
    next.set(
        0,
        new DeviceLive(
            was.device(),
            was.limits(),
            new ReceivedReading(reading, NOW, false),
            was.trace(),
            was.band(),
            null,
            null,
            null,
            was.alarms()));
    model.show(next, NOW);
    return model.dirty();
  }

  private double shownNow() {
    return Objects.requireNonNull(devices.getFirst().newest()).reading().temperature();
  }

  @Test
  void aTileOfValuesIsNotDrawnAgainForAChangeThatRoundsAway() {
    model.drawUnless((was, is) -> is.looksLike(was, Density.DENSE));
    assertTrue(afterReading(shownNow() + 0.01).isEmpty());
    assertFalse(afterReading(shownNow() + 0.2).isEmpty());
  }

  @Test
  void aTileWithASparklineIsDrawnAgainForEachReading() {
    model.drawUnless((was, is) -> is.looksLike(was, Density.COMFORTABLE));
    assertEquals(1, afterReading(shownNow() + 0.01).cardinality());
  }

  @Test
  void aTableIsToldOfEachReading() {
    model.drawUnless((was, is) -> is.looksLike(was, Density.DOTS));
    model.drawAlways();
    assertEquals(1, afterReading(shownNow() + 0.01).cardinality());
  }

  @Test
  void whatIsInAnotherStateLooksOtherInAnyRoom() {
    Units units = new Units(Messages.in(Locale.UK), ZoneOffset.UTC);
    List<TileFace> faces = devices.stream().map(live -> TileFace.of(live, NOW, units)).toList();
    for (Density room : Density.values()) {
      for (TileFace face : faces) {
        for (TileFace other : faces) {
          if (face.severity() != other.severity() || face.stale() != other.stale()) {
            assertFalse(face.looksLike(other, room), () -> room + " " + face + " " + other);
          }
        }
      }
    }
  }

  @Test
  void aHeaderHasShorterWordsWhereThereIsNoRoomForWhatIsKept() {
    model.group(Grouping.NONE);
    model.show(devices, NOW);
    List<String> mixed = model.groups().getFirst().details();
    assertEquals(devices.size() + " devices", mixed.getLast());
    model.group(Grouping.ZONE);
    model.show(devices, NOW);
    for (TileGroup group : model.groups()) {
      List<String> details = group.details();
      assertTrue(details.getFirst().endsWith(" · " + details.getLast()), details::toString);
      for (int i = 1; i < details.size(); i++) {
        assertTrue(details.get(i).length() < details.get(i - 1).length(), details::toString);
      }
    }
  }
}
