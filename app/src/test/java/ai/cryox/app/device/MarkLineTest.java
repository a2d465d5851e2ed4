package ai.cryox.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class MarkLineTest {
  @Test
  void aNameStandsOnTheSideThatIsTriedFirst() {
    assertEquals(31, new MarkLine(0, 200).place(91, 110, 60, true));
    assertEquals(110, new MarkLine(0, 200).place(91, 110, 60, false));
  }

  @Test
  void aNameGoesToTheOtherSideOfItsMarkWhenAnotherMarkIsInTheWay() {
    MarkLine line = new MarkLine(0, 200);
    line.take(40, 50);
    assertEquals(110, line.place(91, 110, 60, true));
  }

  @Test
  void aNameWithoutRoomIsLeftOut() {
    MarkLine line = new MarkLine(0, 150);
    line.take(40, 50);
    assertTrue(Double.isNaN(line.place(91, 110, 60, true)));
  }

  @Property
  void noTwoThingsOverlap(
      @ForAll @Size(max = 20) List<@IntRange(max = 380) Integer> marks,
      @ForAll @IntRange(min = 1, max = 120) int width) {
    MarkLine line = new MarkLine(0, 400);
    marks.forEach(mark -> line.take(mark - 4, mark + 5));
    List<double[]> names = new ArrayList<>();
    for (int mark : marks) {
      double at = line.place(mark - 9, mark + 10, width, mark > 200);
      if (!Double.isNaN(at)) {
        marks.forEach(other -> assertTrue(at + width <= other - 4 || at >= other + 5));
        names.forEach(name -> assertTrue(at + width <= name[0] || at >= name[1]));
        assertTrue(at >= 0 && at + width <= 400);
        names.add(new double[] {at, at + width});
      }
    }
  }
}
