package ai.cryox.app.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SoundDeskTest {
  private static final Instant T0 = Instant.parse("2026-11-23T20:00:00Z");

  private final SoundDesk desk = new SoundDesk();

  @Test
  void theWorstOfWhatSoundsIsHeard() {
    assertNull(desk.hear(List.of(), T0).heard());
    assertEquals(Severity.WARNING, desk.hear(List.of(sounding("a", Severity.WARNING)), T0).heard());
    var both = List.of(sounding("a", Severity.WARNING), sounding("b", Severity.CRITICAL));
    assertEquals(Severity.CRITICAL, desk.hear(both, T0).heard());
  }

  @Test
  void anEscalationThatDoesNotSoundIsNotHeard() {
    var quiet = new Escalation("a", "p", Severity.CRITICAL, T0, List.of(), 0, null, false, "");
    assertNull(desk.hear(List.of(quiet), T0).heard());
    assertFalse(desk.isSounding());
  }

  @Test
  void aMuteEndsByItselfAndSaysHowManyAreStillOpen() {
    var one = List.of(sounding("a", Severity.CRITICAL));
    desk.hear(one, T0);
    desk.mute(T0);
    SoundDesk.Hearing muted = desk.hear(one, T0.plusSeconds(30));
    assertNull(muted.heard());
    assertEquals(Duration.ofSeconds(90), muted.mutedFor());
    SoundDesk.Hearing back = desk.hear(one, T0.plus(SoundDesk.MUTE));
    assertEquals(Severity.CRITICAL, back.heard());
    assertEquals(1, back.backAfterMute());
    assertEquals(0, desk.hear(one, T0.plus(SoundDesk.MUTE).plusSeconds(1)).backAfterMute());
  }

  @Test
  void aNewAlarmIsHeardInSpiteOfAMute() {
    desk.hear(List.of(sounding("a", Severity.CRITICAL)), T0);
    desk.mute(T0);
    var two = List.of(sounding("a", Severity.CRITICAL), sounding("b", Severity.WARNING));
    SoundDesk.Hearing hearing = desk.hear(two, T0.plusSeconds(1));
    assertEquals(Severity.WARNING, hearing.heard());
    assertEquals(Set.of("b"), hearing.fresh());
  }

  @Test
  void whatWasAcknowledgedWhileMutedDoesNotNag() {
    desk.hear(List.of(sounding("a", Severity.CRITICAL)), T0);
    desk.mute(T0);
    assertTrue(desk.hear(List.of(), T0.plusSeconds(5)).mutedFor().isZero());
    assertEquals(0, desk.hear(List.of(), T0.plus(SoundDesk.MUTE)).backAfterMute());
  }

  private static Escalation sounding(String alarmId, Severity severity) {
    return new Escalation(alarmId, "p", severity, T0, List.of(), 0, null, true, "");
  }
}
