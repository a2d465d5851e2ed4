package ai.cryox.core.classify;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.excursion.Excursion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the excursions of one device in its readings, which must come in order of event time. What
/// it finds follows from them and from the limits alone, so that it may stop anywhere and go on
/// from its stored memory. One thread.
public final class ExcursionTracker {
  /// How far apart the places are at which an evaluation can begin again: a day of UTC.
  public static final long STRIDE_MILLIS = 24L * 3600 * 1000;

  /// What was remembered before the first reading of a day.
  ///
  /// @param time the day's first millisecond, epoch milliseconds
  public record Waypoint(long time, ExcursionMemory memory) {}

  private StorageProfile profile;
  private Duration longestGap;
  private ClassifierMemory limits;
  private final Spells spells;
  private List<Waypoint> waypoints = new ArrayList<>();
  private long newest;
  private boolean begun;
  private boolean calm;
  private boolean lastWaypointCalm = true;
  private QuietRange quiet;

  /// @param profile that holds from the next reading on
  /// @param longestGap between two readings; more means that some are missing
  /// @param memory from the readings before
  public ExcursionTracker(
      String deviceId,
      String facilityId,
      StorageProfile profile,
      Duration longestGap,
      ExcursionMemory memory) {
    this.profile = profile;
    this.longestGap = longestGap;
    this.limits = memory.limits();
    this.spells = new Spells(deviceId, facilityId, memory.spells());
    Instant time = memory.limits().newest();
    begun = time != null;
    newest = time == null ? Long.MIN_VALUE : time.toEpochMilli();
    lastWaypointCalm = memory.isCalm();
    quiet = QuietRange.of(profile);
    calm = isQuietMemory();
  }

  /// The limits that hold.
  public StorageProfile profile() {
    return profile;
  }

  /// Event time of the newest reading, epoch milliseconds; `Long.MIN_VALUE` before the first.
  public long newest() {
    return newest;
  }

  /// Takes note of what is known of the device now.
  ///
  /// @param facility it stands in
  /// @param gap how long its readings may fail to come
  public void know(String facility, Duration gap) {
    spells.moveTo(facility);
    longestGap = gap;
  }

  /// Takes the next reading.
  ///
  /// @param time epoch milliseconds, later than the one before
  /// @param temperature °C
  /// @param late whether it came too late to alarm anybody
  public void add(long time, double temperature, boolean late) {
    if (begun && time / STRIDE_MILLIS != newest / STRIDE_MILLIS) {
      passWaypoint(time - Math.floorMod(time, STRIDE_MILLIS));
    }
    if (calm && quiet.holds(temperature)) {
      newest = time;
      begun = true;
      return;
    }
    look(Instant.ofEpochMilli(time), temperature, late);
    newest = time;
    begun = true;
    calm = isQuietMemory();
  }

  /// The first of equal memories is enough: what follows from it follows from all.
  private void passWaypoint(long time) {
    ExcursionMemory memory = memory();
    boolean calmNow = memory.isCalm();
    if (!calmNow || !lastWaypointCalm) {
      waypoints.add(new Waypoint(time, memory));
    }
    lastWaypointCalm = calmNow;
  }

  private void look(Instant time, double temperature, boolean late) {
    ClassifierMemory before = memoryOfLimits();
    limits = Classifier.classify(profile, before, time, temperature).memory();
    Turn turn = Turn.after(before.newest(), time, late, longestGap);
    for (Side side : Side.values()) {
      side(side, before, turn, temperature);
    }
    budgets(turn, temperature);
    rate(before, turn, temperature);
  }

  private void side(Side side, ClassifierMemory before, Turn turn, double temperature) {
    Limit mildest = mildest(side);
    boolean outside = mildest != null && mildest.isBeyond(side, temperature);
    Level worst = Classifier.worst(profile, side, limits);
    Condition condition = side.condition();
    Spell spell =
        spells.goOn(condition, outside, turn, temperature, side == Side.LOW, profile.id());
    if (spell == null) {
      return;
    }
    if (worst != null) {
      spells.violate(condition, spell, worst.severity(), valueOf(worst));
    } else if (spell.counts()) {
      // What was violated may be clear while a milder limit, whose delay still runs, is not.
      Instant clear = clearSince(side, before, turn.time());
      spells.end(condition, spell, clear.isBefore(spell.latest()) ? spell.latest() : clear);
      spells.goOn(condition, outside, turn, temperature, side == Side.LOW, profile.id());
    } else if (!outside) {
      spells.forget(condition);
    }
  }

  /// When the last limit of a side that was violated began to be clear.
  private Instant clearSince(Side side, ClassifierMemory before, Instant now) {
    Instant clear = null;
    for (Level level : side.worstFirst()) {
      LimitMemory memory = before.limit(level);
      Instant since = memory.since();
      if (memory.violated() && profile.limit(level) != null) {
        Instant from = since == null ? now : since;
        clear = clear == null || from.isAfter(clear) ? from : clear;
      }
    }
    return clear == null ? now : clear;
  }

  private void budgets(Turn turn, double temperature) {
    CumulativeLimit spent = null;
    boolean outside = false;
    for (int i = 0; i < profile.cumulative().size(); i++) {
      CumulativeLimit limit = profile.cumulative().get(i);
      Duration used = limits.cumulative(i).spent();
      if (!limit.budget().isZero() && used.compareTo(limit.budget()) >= 0) {
        spent = spent == null ? limit : spent;
        outside |= limit.isBeyond(temperature);
      }
    }
    if (spent == null) {
      return;
    }
    boolean cold = spent.side() == Side.LOW;
    Spell spell = spells.goOn(Condition.CUMULATIVE, outside, turn, temperature, cold, profile.id());
    if (spell != null) {
      spells.violate(Condition.CUMULATIVE, spell, Severity.CRITICAL, spent.value());
    }
  }

  private void rate(ClassifierMemory before, Turn turn, double temperature) {
    RateLimit limit = profile.rate();
    if (limit == null) {
      return;
    }
    double rate = before.rate().rate(limit, turn.time(), temperature);
    boolean outside = rate > limit.perMinute();
    Spell spell = spells.goOn(Condition.RATE, outside, turn, rate, false, profile.id());
    if (spell != null && limits.rate().violated()) {
      spells.violate(Condition.RATE, spell, Severity.WARNING, limit.perMinute());
    } else if (spell != null) {
      spells.end(Condition.RATE, spell, turn.time());
    }
  }

  /// Other limits from the next reading on. What only the former ones held ends with the newest
  /// reading.
  public void relimit(StorageProfile after) {
    StorageProfile former = profile;
    Instant time = begun ? Instant.ofEpochMilli(newest) : Instant.EPOCH;
    limits = Classifier.relimit(former, after, memoryOfLimits(), time, Double.NaN).memory();
    profile = after;
    for (Side side : Side.values()) {
      if (Classifier.worst(after, side, limits) == null) {
        endOrForget(side.condition(), time);
      }
    }
    if (!former.cumulative().equals(after.cumulative())) {
      endOrForget(Condition.CUMULATIVE, time);
    }
    if (!limits.rate().violated()) {
      endOrForget(Condition.RATE, time);
    }
    quiet = QuietRange.of(after);
    calm = isQuietMemory();
  }

  private void endOrForget(Condition condition, Instant time) {
    Spell spell = spells.get(condition);
    if (spell != null && spell.counts()) {
      spells.end(condition, spell, time);
    } else if (spell != null && isForgotten(condition)) {
      spells.forget(condition);
    }
  }

  /// What does not count yet goes on as long as a limit is pending on its side.
  private boolean isForgotten(Condition condition) {
    for (Side side : Side.values()) {
      if (side.condition() == condition) {
        return side.worstFirst().stream()
            .allMatch(level -> limits.limit(level).equals(LimitMemory.CLEAR));
      }
    }
    return true;
  }

  /// The excursions that ended since this was last asked, oldest end first.
  public List<Excursion> takeEnded() {
    return spells.takeEnded();
  }

  /// How many excursions last.
  public int openCount() {
    return spells.openCount();
  }

  /// Whether anything waits to be taken.
  public boolean hasNews() {
    return spells.hasEnded() || !waypoints.isEmpty();
  }

  /// Whether nothing but the newest time is remembered.
  public boolean isIdle() {
    if (profile.rate() != null || !spells.lasting().isEmpty() || !limits.limits().isEmpty()) {
      return false;
    }
    for (CumulativeMemory budget : limits.cumulative()) {
      if (!budget.equals(CumulativeMemory.UNSPENT)) {
        return false;
      }
    }
    return true;
  }

  /// The excursions that last.
  public List<Excursion> open() {
    return spells.open();
  }

  /// Where an evaluation can begin again, of the days passed since this was last asked, where there
  /// is something to remember or no longer.
  public List<Waypoint> takeWaypoints() {
    List<Waypoint> taken = waypoints;
    waypoints = new ArrayList<>();
    return taken;
  }

  /// What is to be remembered, as of the newest reading.
  public ExcursionMemory memory() {
    return new ExcursionMemory(memoryOfLimits(), spells.lasting());
  }

  private ClassifierMemory memoryOfLimits() {
    return new ClassifierMemory(
        limits.limits(),
        limits.cumulative(),
        begun ? Instant.ofEpochMilli(newest) : null,
        limits.rate());
  }

  /// Whether a reading in the quiet range changes nothing but the newest time.
  private boolean isQuietMemory() {
    return profile.rate() == null
        && spells.lasting().isEmpty()
        && limits.limits().isEmpty()
        && limits.cumulative().stream().noneMatch(CumulativeMemory::beyond);
  }

  private @Nullable Limit mildest(Side side) {
    Limit mild = profile.limit(side.worstFirst().getLast());
    return mild == null ? profile.limit(side.worstFirst().getFirst()) : mild;
  }

  private double valueOf(Level level) {
    Limit limit = profile.limit(level);
    return limit == null ? Double.NaN : limit.value();
  }
}
