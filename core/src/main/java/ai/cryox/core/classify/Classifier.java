package ai.cryox.core.classify;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides what a reading means for its device: pure, by event time alone.
///
/// A limit counts as violated once it has been violated at every reading for its on-delay, and as
/// returned once every reading was past its deadband for its off-delay (ISA-18.2, 10.3).
public final class Classifier {
  private Classifier() {}

  /// Classifies one reading that is not late.
  ///
  /// A reading older than the newest one seen cannot move a delay that has run on without it; it
  /// can still violate a limit that has no delay, and then is found violated and returned at once.
  public static Classification classify(
      StorageProfile profile, ClassifierMemory memory, Instant time, double temperature) {
    Instant newest = memory.newest();
    if (newest != null && !time.isAfter(newest)) {
      return time.equals(newest)
          ? new Classification(memory, List.of())
          : outOfOrder(profile, memory, time, temperature);
    }
    if (isCalm(profile, memory, temperature)) {
      return new Classification(new ClassifierMemory(Map.of(), List.of(), time), List.of());
    }
    if (isSteady(profile, memory, time, temperature)) {
      return new Classification(memory.at(time), List.of());
    }
    Map<Level, LimitMemory> limits = new EnumMap<>(Level.class);
    profile
        .limits()
        .forEach((level, limit) ->
            limits.put(level, memory.limit(level).after(limit, level.side(), time, temperature)));
    List<CumulativeMemory> budgets = new ArrayList<>();
    Duration step = newest == null ? Duration.ZERO : Duration.between(newest, time);
    for (int i = 0; i < profile.cumulative().size(); i++) {
      budgets.add(memory.cumulative(i).after(profile.cumulative().get(i), step, temperature));
    }
    RateLimit rate = profile.rate();
    RateMemory rates =
        rate == null ? RateMemory.NONE : memory.rate().after(rate, time, temperature);
    ClassifierMemory next = new ClassifierMemory(limits, budgets, time, rates);
    List<Finding> findings = new ArrayList<>();
    for (Side side : Side.values()) {
      compare(profile, side, memory, next, time, temperature, findings);
    }
    compareBudgets(profile, memory, next, time, temperature, findings);
    if (rate != null && memory.rate().violated() != rates.violated()) {
      findings.add(changed(rate, memory.rate().rate(rate, time, temperature), rates, time));
    }
    return new Classification(next, findings);
  }

  private static Finding changed(RateLimit limit, double rate, RateMemory now, Instant time) {
    return now.violated()
        ? new Finding.Violated(Condition.RATE, time, rate, Severity.WARNING, limit.perMinute())
        : new Finding.Returned(Condition.RATE, time, rate);
  }

  /// Nothing is remembered and nothing will be: how it is with nearly every reading.
  private static boolean isCalm(
      StorageProfile profile, ClassifierMemory memory, double temperature) {
    if (!memory.limits().isEmpty() || !profile.cumulative().isEmpty() || profile.rate() != null) {
      return false;
    }
    for (Map.Entry<Level, Limit> limit : profile.limits().entrySet()) {
      if (limit.getValue().isBeyond(limit.getKey().side(), temperature)) {
        return false;
      }
    }
    return true;
  }

  /// What is remembered stays as it is: how it is with nearly every reading while a limit is
  /// violated.
  private static boolean isSteady(
      StorageProfile profile, ClassifierMemory memory, Instant time, double temperature) {
    if (!profile.cumulative().isEmpty() || profile.rate() != null) {
      return false;
    }
    int remembered = 0;
    for (Map.Entry<Level, Limit> entry : profile.limits().entrySet()) {
      Level level = entry.getKey();
      LimitMemory limit = memory.limit(level);
      if (!limit.equals(limit.after(entry.getValue(), level.side(), time, temperature))) {
        return false;
      }
      remembered += limit.equals(LimitMemory.CLEAR) ? 0 : 1;
    }
    // Nothing of a limit that the profile has no more.
    return remembered == memory.limits().size();
  }

  /// What changes when a device gets other limits: what is remembered of limits that are gone is
  /// forgotten, budgets start anew, and a side that only they held out of range is found returned.
  /// A side that is still out of range is found violated with the limit and the severity that hold
  /// now. The other limits are judged by the next reading.
  ///
  /// @param temperature of the newest reading, °C
  public static Classification relimit(
      StorageProfile before,
      StorageProfile after,
      ClassifierMemory memory,
      Instant time,
      double temperature) {
    Map<Level, LimitMemory> kept = new EnumMap<>(Level.class);
    kept.putAll(memory.limits());
    kept.keySet().retainAll(after.limits().keySet());
    boolean sameBudgets = before.cumulative().equals(after.cumulative());
    boolean sameRate = Objects.equals(before.rate(), after.rate());
    ClassifierMemory next =
        new ClassifierMemory(
            kept,
            sameBudgets ? memory.cumulative() : List.of(),
            memory.newest(),
            sameRate ? memory.rate() : RateMemory.NONE);
    List<Finding> findings = new ArrayList<>();
    for (Side side : Side.values()) {
      relimit(before, after, side, memory, next, time, temperature, findings);
    }
    if (!sameBudgets) {
      findings.add(new Finding.Returned(Condition.CUMULATIVE, time, temperature));
    }
    if (memory.rate().violated() && !next.rate().violated()) {
      findings.add(new Finding.Returned(Condition.RATE, time, Double.NaN));
    }
    return new Classification(next, findings);
  }

  private static void relimit(
      StorageProfile before,
      StorageProfile after,
      Side side,
      ClassifierMemory memory,
      ClassifierMemory next,
      Instant time,
      double temperature,
      List<Finding> findings) {
    Level was = worst(before, side, memory);
    Level is = worst(after, side, next);
    if (was == null) {
      return;
    }
    if (is == null) {
      findings.add(new Finding.Returned(side.condition(), time, temperature));
    } else if (is != was || valueOf(before, was) != valueOf(after, is)) {
      findings.add(
          new Finding.Violated(
              side.condition(), time, temperature, is.severity(), valueOf(after, is)));
    }
  }

  private static void compare(
      StorageProfile profile,
      Side side,
      ClassifierMemory before,
      ClassifierMemory after,
      Instant time,
      double temperature,
      List<Finding> findings) {
    Level was = worst(profile, side, before);
    Level is = worst(profile, side, after);
    if (is == was) {
      return;
    }
    Condition condition = side.condition();
    findings.add(
        is == null
            ? new Finding.Returned(condition, time, temperature)
            : new Finding.Violated(
                condition, time, temperature, is.severity(), valueOf(profile, is)));
  }

  private static void compareBudgets(
      StorageProfile profile,
      ClassifierMemory before,
      ClassifierMemory after,
      Instant time,
      double temperature,
      List<Finding> findings) {
    for (int i = 0; i < profile.cumulative().size(); i++) {
      CumulativeLimit limit = profile.cumulative().get(i);
      boolean had = before.cumulative(i).spent().compareTo(limit.budget()) >= 0;
      boolean has = after.cumulative(i).spent().compareTo(limit.budget()) >= 0;
      if (has && !had) {
        findings.add(
            new Finding.Violated(
                Condition.CUMULATIVE, time, temperature, Severity.CRITICAL, limit.value()));
      }
    }
  }

  private static Classification outOfOrder(
      StorageProfile profile, ClassifierMemory memory, Instant time, double temperature) {
    List<Finding> findings = new ArrayList<>();
    for (Side side : Side.values()) {
      Level hit = null;
      for (Level level : side.worstFirst()) {
        Limit limit = profile.limit(level);
        if (hit == null
            && limit != null
            && limit.onDelay().isZero()
            && limit.isBeyond(side, temperature)) {
          hit = level;
        }
      }
      if (hit != null && worst(profile, side, memory) == null) {
        Condition condition = side.condition();
        findings.add(
            new Finding.Violated(
                condition, time, temperature, hit.severity(), valueOf(profile, hit)));
        findings.add(new Finding.Returned(condition, time, temperature));
      }
    }
    return new Classification(memory, findings);
  }

  static @Nullable Level worst(StorageProfile profile, Side side, ClassifierMemory memory) {
    for (Level level : side.worstFirst()) {
      if (profile.limit(level) != null && memory.limit(level).violated()) {
        return level;
      }
    }
    return null;
  }

  private static double valueOf(StorageProfile profile, Level level) {
    Limit limit = profile.limit(level);
    return limit == null ? Double.NaN : limit.value();
  }
}
