package ai.cryox.app.sound;

import ai.cryox.core.alarm.Severity;
import ai.cryox.core.escalation.Escalation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides what is to be heard: the worst of the alarms that sound, without those that somebody has
/// muted for a while. A new alarm is heard in spite of a mute, and when its time is over what is
/// still unacknowledged is heard again. One owner thread, the FX thread; needs no toolkit.
public final class SoundDesk {
  /// So long the sound stays off at most.
  public static final Duration MUTE = Duration.ofMinutes(2);

  private final Set<String> muted = new HashSet<>();
  private Instant mutedUntil = Instant.MIN;
  private Set<String> sounding = Set.of();

  /// What is to be heard at a moment.
  ///
  /// @param heard the severity whose tone plays, or `null` for silence
  /// @param mutedFor how long what sounds stays muted; zero if nothing is
  /// @param fresh alarms that did not sound the time before
  /// @param backAfterMute how many alarms sound again because a mute has just run out; mostly 0
  public record Hearing(
      @Nullable Severity heard, Duration mutedFor, Set<String> fresh, int backAfterMute) {}

  /// Takes in the newest state.
  public Hearing hear(Collection<Escalation> escalations, Instant now) {
    boolean over = !now.isBefore(mutedUntil);
    int back = over ? muted.size() : 0;
    if (over) {
      muted.clear();
    }
    Severity worst = null;
    int count = 0;
    boolean known = true;
    for (Escalation escalation : escalations) {
      if (escalation.sounding()) {
        count++;
        known &= sounding.contains(escalation.alarmId());
        if (!muted.contains(escalation.alarmId())) {
          worst = worst == null ? escalation.severity() : worst.or(escalation.severity());
        }
      }
    }
    Set<String> fresh = known && count == sounding.size() ? Set.of() : take(escalations);
    muted.retainAll(sounding);
    Duration left = muted.isEmpty() ? Duration.ZERO : Duration.between(now, mutedUntil);
    return new Hearing(worst, left, fresh, Math.min(back, count));
  }

  /// Notes what sounds now, and gives what did not before.
  private Set<String> take(Collection<Escalation> escalations) {
    Set<String> ids =
        escalations.stream()
            .filter(Escalation::sounding)
            .map(Escalation::alarmId)
            .collect(Collectors.toUnmodifiableSet());
    Set<String> fresh =
        ids.stream().filter(id -> !sounding.contains(id)).collect(Collectors.toUnmodifiableSet());
    sounding = ids;
    return fresh;
  }

  /// Whether there is anything to mute.
  public boolean isSounding() {
    return !sounding.isEmpty();
  }

  /// Mutes what sounds now, for {@link #MUTE}.
  public void mute(Instant now) {
    muted.addAll(sounding);
    mutedUntil = now.plus(MUTE);
  }
}
