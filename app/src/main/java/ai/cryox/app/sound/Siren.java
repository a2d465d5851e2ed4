package ai.cryox.app.sound;

import ai.cryox.core.alarm.Severity;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/// Plays a tone again and again until told otherwise, on a thread of its own. A machine without an
/// audio device stays silent; the device is looked for again each time that a tone is wanted.
public final class Siren implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Siren.class.getName());

  /// How much is handed to the device at once, bytes: a tenth of a second, so that silence comes at
  /// once.
  private static final int CHUNK = 4_410;

  private final Thread thread;
  private volatile @Nullable Severity wanted;
  private volatile boolean closed;
  private volatile boolean mute;

  /// A siren that is silent.
  public Siren() {
    thread = Thread.ofPlatform().name("console-siren").daemon().start(this::run);
  }

  /// Plays the tone of a severity from now on, or nothing. Any thread; never blocks.
  public void play(@Nullable Severity severity) {
    if (wanted != severity) {
      wanted = severity;
      LockSupport.unpark(thread);
    }
  }

  /// Whether nothing can be heard here, as far as is known.
  public boolean isMute() {
    return mute;
  }

  private void run() {
    while (!closed) {
      Severity severity = wanted;
      if (severity == null) {
        LockSupport.park(this);
      } else {
        sound();
      }
    }
  }

  private void sound() {
    try (SourceDataLine line = AudioSystem.getSourceDataLine(Tone.FORMAT)) {
      line.open(Tone.FORMAT, 2 * CHUNK);
      line.start();
      mute = false;
      for (Severity now = wanted; now != null && !closed; now = wanted) {
        round(line, now);
      }
      line.flush();
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException silent) {
      LOG.log(Level.DEBUG, "There is no audio device to sound alarms on.", silent);
      mute = true;
      awaitAnotherWish();
    }
  }

  /// One round of the tone, broken off as soon as something else is wanted.
  private void round(SourceDataLine line, Severity severity) {
    byte[] tone = Tone.of(severity);
    for (int at = 0; at < tone.length && wanted == severity && !closed; at += CHUNK) {
      line.write(tone, at, Math.min(CHUNK, tone.length - at));
    }
  }

  private void awaitAnotherWish() {
    Severity vain = wanted;
    while (wanted == vain && !closed) {
      LockSupport.park(this);
    }
  }

  /// Falls silent for good.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
