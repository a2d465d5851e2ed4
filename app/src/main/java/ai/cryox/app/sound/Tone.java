package ai.cryox.app.sound;

import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.util.List;
import javax.sound.sampled.AudioFormat;

/// The tones, worked out and not recorded: bursts of a pitch and its first overtone with soft
/// edges, then a pause. What is worse is higher, quicker and more urgent. Pure.
final class Tone {
  /// 16 bits, one channel, little-endian.
  static final AudioFormat FORMAT = new AudioFormat(22_050, 16, 1, true, false);

  private static final double LOUDNESS = 0.45;
  private static final double OVERTONE = 0.3;
  private static final Duration EDGE = Duration.ofMillis(12);

  private static final List<Burst> CRITICAL =
      List.of(
          burst(880, 160),
          burst(660, 160),
          burst(880, 160),
          burst(660, 160),
          burst(880, 160),
          burst(0, 600));

  private static final List<Burst> WARNING =
      List.of(burst(523, 220), burst(0, 120), burst(523, 220), burst(0, 3_400));

  private record Burst(double hertz, Duration lasting) {}

  private Tone() {}

  private static Burst burst(double hertz, long millis) {
    return new Burst(hertz, Duration.ofMillis(millis));
  }

  /// One round of a severity's tone in {@link #FORMAT}; played again and again.
  static byte[] of(Severity severity) {
    List<Burst> bursts = severity == Severity.CRITICAL ? CRITICAL : WARNING;
    int samples = bursts.stream().mapToInt(burst -> samples(burst.lasting())).sum();
    byte[] pcm = new byte[2 * samples];
    int at = 0;
    for (Burst burst : bursts) {
      int count = samples(burst.lasting());
      for (int i = 0; i < count; i++) {
        int value = (int) Math.round(Short.MAX_VALUE * sample(burst, i, count));
        pcm[at++] = (byte) value;
        pcm[at++] = (byte) (value >> 8);
      }
    }
    return pcm;
  }

  private static int samples(Duration span) {
    return (int) (span.toMillis() * FORMAT.getSampleRate() / 1000);
  }

  /// Without soft edges each burst would begin and end with a click.
  private static double sample(Burst burst, int i, int count) {
    double edge = samples(EDGE);
    double envelope = Math.min(1, Math.min(i, count - 1 - i) / edge);
    double angle = 2 * Math.PI * burst.hertz() * i / FORMAT.getSampleRate();
    return LOUDNESS
        * envelope
        * (Math.sin(angle) + OVERTONE * Math.sin(2 * angle))
        / (1 + OVERTONE);
  }
}
