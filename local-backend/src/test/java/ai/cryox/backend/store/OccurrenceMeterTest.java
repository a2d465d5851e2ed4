package ai.cryox.backend.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.cryox.core.reading.Occurrence;
import ai.cryox.core.reading.Occurrence.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OccurrenceMeterTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T20:00:00Z");

  private static Instant at(long second) {
    return BEGIN.plusSeconds(second);
  }

  @Test
  void aSpanBeginsAndEndsWithTheFirstMessageThatSaysSo() {
    OccurrenceMeter meter = new OccurrenceMeter(Kind.DOOR_OPEN);
    meter.add(at(0), false);
    meter.add(at(60), true);
    meter.add(at(90), null);
    meter.add(at(120), true);
    meter.add(at(180), false);
    meter.add(at(240), true);
    assertEquals(
        List.of(
            new Occurrence(Kind.DOOR_OPEN, at(60), at(180)),
            new Occurrence(Kind.DOOR_OPEN, at(240), null)),
        meter.overlapping(BEGIN));
  }

  @Test
  void whatWasOverBeforeIsLeftOut() {
    OccurrenceMeter meter = new OccurrenceMeter(Kind.DEFROST);
    meter.add(at(0), true);
    meter.add(at(60), false);
    meter.add(at(120), true);
    meter.add(at(180), false);
    assertEquals(
        List.of(new Occurrence(Kind.DEFROST, at(120), at(180))), meter.overlapping(at(60)));
  }

  @Test
  void defrostIsFoundAmongOtherMembersAndNonsenseIsNone() {
    assertEquals(true, DefrostNote.in("{\"fan\":{\"defrost\":false},\"defrost\":true}"));
    assertEquals(false, DefrostNote.in("{\"a\":[1,2],\"defrosting\":false}"));
    assertNull(DefrostNote.in("{\"defrost\":\"yes\"}"));
    assertNull(DefrostNote.in("{\"defrost"));
    assertNull(DefrostNote.in("[\"defrost\"]"));
    assertNull(DefrostNote.in("{\"note\":\"defrost\"}"));
    assertNull(DefrostNote.in(null));
  }
}
