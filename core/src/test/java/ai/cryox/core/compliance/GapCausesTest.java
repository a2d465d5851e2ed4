package ai.cryox.core.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapCausesTest {
  private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

  private static Instant at(int minute) {
    return T0.plus(Duration.ofMinutes(minute));
  }

  private static Stretch stretch(int from, int until) {
    return new Stretch(at(from), at(until));
  }

  private static Gap gap(int from, int until, Gap.Cause cause) {
    return new Gap(at(from), at(until), cause);
  }

  private static List<Gap> explain(
      List<Stretch> off, List<Stretch> down, List<Stretch> silent, Gap... gaps) {
    return new GapCauses(off, down, silent, Duration.ofSeconds(90)).explain(List.of(gaps));
  }

  @Test
  void monitoringThatWasOffIsCutOutOfAGap() {
    assertEquals(
        List.of(
            gap(0, 10, Gap.Cause.SENSOR_SILENT),
            gap(10, 30, Gap.Cause.MONITORING_OFF),
            gap(30, 40, Gap.Cause.UNKNOWN)),
        explain(
            List.of(stretch(10, 30)),
            List.of(),
            List.of(stretch(5, 10)),
            gap(0, 40, Gap.Cause.UNKNOWN)));
  }

  @Test
  void aSplinterIsNotToldApart() {
    assertEquals(
        List.of(gap(0, 30, Gap.Cause.MONITORING_OFF)),
        explain(
            List.of(new Stretch(T0.plusSeconds(20), at(29))),
            List.of(),
            List.of(),
            gap(0, 30, Gap.Cause.UNKNOWN)));
  }

  @Test
  void aLinkThatWasDownExplainsASilentSensor() {
    assertEquals(
        List.of(gap(0, 30, Gap.Cause.LINK_DOWN)),
        explain(
            List.of(),
            List.of(stretch(5, 20)),
            List.of(stretch(2, 30)),
            gap(0, 30, Gap.Cause.UNKNOWN)));
  }

  @Test
  void twoTimesOffInOneGapAreTwoStretches() {
    assertEquals(
        List.of(
            gap(0, 10, Gap.Cause.MONITORING_OFF),
            gap(10, 20, Gap.Cause.UNKNOWN),
            gap(20, 60, Gap.Cause.MONITORING_OFF)),
        explain(
            List.of(stretch(-5, 10), stretch(20, 90)),
            List.of(),
            List.of(),
            gap(0, 60, Gap.Cause.UNKNOWN)));
  }

  @Test
  void runsOfTheBackendSayWhenItWasOff() {
    List<MonitoringRun> runs =
        List.of(
            new MonitoringRun(at(0), at(10)),
            new MonitoringRun(at(20), at(30)),
            new MonitoringRun(at(30), at(50)));
    assertEquals(
        List.of(stretch(12, 20), stretch(50, 55)), MonitoringRun.off(runs, at(12), at(55)));
    assertEquals(List.of(), MonitoringRun.off(List.of(), at(0), at(50)));
    assertEquals(List.of(), MonitoringRun.off(runs, at(-30), at(5)));
  }
}
