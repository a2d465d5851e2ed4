package ai.cryox.app.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.app.screen.Specimens;
import ai.cryox.app.text.Messages;
import ai.cryox.core.alarm.Alarm;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.live.Vitals;
import ai.cryox.core.reading.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TrendsModelTest {
  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final Pen WARM = new Pen("d07", Quantity.TEMPERATURE);
  private static final Pen MOIST = new Pen("d07", Quantity.HUMIDITY);

  private final TrendsModel model = new TrendsModel(TimeWindow.before(NOW, Duration.ofHours(24)));

  private Wanted sheetOf(Pen pen, Instant now) {
    return model.wanted(now).stream()
        .filter(wanted -> wanted.slot() != null && wanted.slot().pen().equals(pen))
        .findFirst()
        .orElseThrow();
  }

  private static PenSheet sheet(Wanted wanted) {
    return PenSheet.of(wanted.period(), wanted.resolution(), List.of());
  }

  @Test
  void whatIsAskedForOnceIsNotAskedForAgain() {
    model.add(WARM);
    assertEquals(2, model.wanted(NOW).size(), "the curve, and what happened");
    assertEquals(List.of(), model.wanted(NOW.plusMillis(125)));
    assertEquals(2, model.waiting());
  }

  @Test
  void anOvertakenAnswerIsNotTakenOver() {
    model.add(WARM);
    Wanted day = sheetOf(WARM, NOW);
    model.lookBack(Duration.ofHours(1), NOW);
    Wanted hour = sheetOf(WARM, NOW);
    assertFalse(model.isWanted(day));
    assertFalse(model.accept(day, sheet(day)));
    assertNull(model.sheet(WARM, false));
    PenSheet read = sheet(hour);
    assertTrue(model.accept(hour, read));
    assertSame(read, model.sheet(WARM, false));
  }

  @Test
  void movingALittleReadsNothingAndMovingFarReadsAgain() {
    model.add(WARM);
    model.fix(model.view().panned(-2));
    Wanted first = sheetOf(WARM, NOW);
    assertTrue(model.accept(first, sheet(first)));
    model.pan(0.3);
    assertTrue(
        model.wanted(NOW).stream().noneMatch(wanted -> wanted.slot() != null),
        "it lies in what was read");
    model.pan(0.6);
    Wanted second = sheetOf(WARM, NOW);
    assertTrue(second.period().holds(model.view().from(), model.view().until()));
    assertSame(Objects.requireNonNull(model.sheet(WARM, false)).period(), first.period());
  }

  @Test
  void whatOneSheetHoldsDoesNotDependOnThePeriod() {
    model.width(1_500);
    model.add(WARM);
    for (TrendSpan span : TrendSpan.values()) {
      model.lookBack(span.length(), NOW);
      Wanted wanted = sheetOf(WARM, NOW);
      long windows = wanted.period().span() / wanted.resolution();
      assertTrue(windows <= 3 * 1_500 * 3, () -> span + " has " + windows + " windows");
      assertTrue(windows >= 3 * 1_500, () -> span + " has " + windows + " windows");
    }
  }

  @Test
  void aPenTakenAwayIsForgottenAndItsAnswerToo() {
    model.add(WARM);
    model.add(MOIST);
    Wanted moist = sheetOf(MOIST, NOW);
    model.removeChosen();
    assertEquals(List.of(WARM), model.pens());
    assertFalse(model.accept(moist, sheet(moist)));
  }

  @Test
  void noMorePensThanPeopleCanTellApart() {
    for (int i = 0; i < PenChoice.MOST; i++) {
      assertTrue(model.add(new Pen("d" + i, Quantity.TEMPERATURE)));
    }
    assertFalse(model.add(new Pen("one more", Quantity.TEMPERATURE)));
    assertTrue(model.add(new Pen("d3", Quantity.TEMPERATURE)), "one that is there is chosen");
    assertEquals(3, model.chosen());
  }

  @Test
  void cancellingAsksForNothingUntilSomebodyMoves() {
    model.add(WARM);
    assertFalse(model.wanted(NOW).isEmpty());
    model.cancel();
    assertEquals(0, model.waiting());
    assertEquals(List.of(), model.wanted(NOW.plusSeconds(60)));
    model.pan(-0.1);
    assertFalse(model.wanted(NOW.plusSeconds(60)).isEmpty());
  }

  @Test
  void whoDidNotAnswerIsAskedAgainAfterAWhile() {
    model.add(WARM);
    Wanted wanted = sheetOf(WARM, NOW);
    assertTrue(model.failed(wanted, NOW));
    assertTrue(model.isIncomplete(NOW.plusSeconds(1)));
    assertTrue(model.wanted(NOW.plusSeconds(9)).stream().allMatch(one -> one.slot() == null));
    assertEquals(WARM, Objects.requireNonNull(sheetOf(WARM, NOW.plusSeconds(11)).slot()).pen());
  }

  @Test
  void liveMovesOnAndFixedStandsStill() {
    model.tick(NOW.plusSeconds(60));
    assertEquals(NOW.plusSeconds(60), model.view().end());
    model.fix(model.view());
    model.tick(NOW.plusSeconds(120));
    assertEquals(NOW.plusSeconds(60), model.view().end());
    model.goLive(NOW.plusSeconds(180));
    assertEquals(NOW.plusSeconds(180), model.view().end());
    assertTrue(model.isLive());
  }

  @Test
  void whatIsComparedIsReadADayEarlier() {
    model.add(WARM);
    model.compare(1);
    var both = model.wanted(NOW).stream().filter(wanted -> wanted.slot() != null).toList();
    assertEquals(2, both.size());
    Wanted then = both.get(1);
    assertTrue(Objects.requireNonNull(then.slot()).compared());
    assertTrue(
        then.period().holds(model.view().from() - 86_400_000, model.view().until() - 86_400_000));
    model.compare(0);
    assertFalse(model.accept(then, sheet(then)));
  }

  @Test
  void anAlarmThatIsRaisedOrReturnsIsReadAtOnceAndItsPeakIsNot() {
    DeviceLive troubled =
        Specimens.all(NOW, Messages.in(Locale.UK)).stream()
            .filter(live -> live.alarms().stream().anyMatch(alarm -> alarm.state().isAbnormal()))
            .findFirst()
            .orElseThrow();
    Alarm alarm = troubled.alarms().getFirst();
    String id = troubled.device().deviceId();
    model.add(new Pen(id, Quantity.TEMPERATURE));
    List<Wanted> first = model.wanted(NOW);
    first.stream().filter(one -> one.slot() != null).forEach(one -> model.accept(one, sheet(one)));
    first.stream().filter(one -> one.slot() == null).forEach(this::readMarks);
    follow(with(troubled, List.of()));
    follow(with(troubled, List.of(alarm)));
    List<Wanted> again = model.wanted(NOW);
    assertEquals(1, again.size(), "what happened, and not the curve");
    readMarks(again.getFirst());
    follow(with(troubled, List.of(worse(alarm))));
    assertEquals(List.of(), model.wanted(NOW), "a peak has no mark");
  }

  private static Alarm worse(Alarm was) {
    return new Alarm(
        was.alarmId(),
        was.deviceId(),
        was.facilityId(),
        was.condition(),
        was.severity(),
        was.worstSeverity(),
        was.life(),
        was.value(),
        was.limit(),
        was.peak() + 1,
        was.raisedAt(),
        was.raisedReceivedAt(),
        was.returnedAt(),
        was.acknowledgedAt(),
        was.acknowledgedBy(),
        was.comment(),
        was.message(),
        was.occurrences(),
        was.hold());
  }

  private void readMarks(Wanted wanted) {
    Marks marks = new Marks(wanted.period(), List.of(), List.of(), List.of());
    assertTrue(model.accept(wanted, marks));
  }

  private void follow(DeviceLive live) {
    Vitals vitals = new Vitals(NOW, 0, 0, 0, 0, 0, 0, null, null, null, List.of());
    model.follow(new LiveSnapshot(1, NOW, List.of(live), live.alarms(), List.of(), vitals));
  }

  private static DeviceLive with(DeviceLive live, List<Alarm> alarms) {
    return new DeviceLive(
        live.device(),
        live.limits(),
        live.newest(),
        live.trace(),
        live.band(),
        live.telemetry(),
        live.status(),
        live.clockSkew(),
        alarms);
  }
}
