package ai.cryox.app.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Severity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ToneTest {
  @ParameterizedTest
  @EnumSource(Severity.class)
  void aToneIsAudibleBeginsAndEndsSoftlyAndNeverClips(Severity severity) {
    byte[] pcm = Tone.of(severity);
    int loudest = 0;
    int steepest = 0;
    int before = 0;
    for (int i = 0; i < pcm.length; i += 2) {
      int sample = (short) ((pcm[i] & 0xff) | (pcm[i + 1] << 8));
      loudest = Math.max(loudest, Math.abs(sample));
      steepest = Math.max(steepest, Math.abs(sample - before));
      before = sample;
    }
    assertTrue(loudest > 8_000 && loudest < 20_000, () -> "loudness of " + severity);
    // A click is a jump from one sample to the next; a tone of 880 Hz rises by less.
    assertTrue(steepest < 7_000, () -> "a click in " + severity);
    assertEquals(0, before, "it ends in silence");
  }

  @Test
  void severitiesDoNotSoundAlike() {
    assertFalse(Arrays.equals(Tone.of(Severity.CRITICAL), Tone.of(Severity.WARNING)));
  }

  @Test
  void aMachineWithoutAnAudioDeviceStaysSilentWithoutComplaint() {
    try (Siren siren = new Siren()) {
      siren.play(Severity.CRITICAL);
      siren.play(null);
      siren.play(Severity.WARNING);
    }
  }
}
