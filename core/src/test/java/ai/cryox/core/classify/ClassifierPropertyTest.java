package ai.cryox.core.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.classify.Walks.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Laws that hold for every profile and every curve.
final class ClassifierPropertyTest {
  private static final Instant START = Instant.parse("2024-12-01T14:00:00Z");

  @Property(tries = 500)
  void readingsBeyondNoLimitFindNothing(
      @ForAll("profiles") StorageProfile profile, @ForAll("walks") List<Step> walk) {
    List<Step> harmless =
        walk.stream().filter(step -> !isBeyondAny(profile, step.temperature())).toList();
    Run run = new Run(profile);
    harmless.forEach(run::take);
    assertEquals(List.of(), run.findings);
    assertEquals(Band.NORMAL, run.memory.band());
  }

  @Property(tries = 500)
  void withoutDelaysAndDeadbandsTheBandIsThatOfTheValueAlone(
      @ForAll("plainProfiles") StorageProfile profile, @ForAll("walks") List<Step> walk) {
    Run run = new Run(profile);
    for (Step step : walk) {
      run.take(step);
      assertEquals(bandOf(profile, step.temperature()), run.memory.band());
    }
  }

  @Property(tries = 500)
  void aViolationHeldForItsOnDelayIsFoundAndAMillisecondLessIsNot(
      @ForAll Level level,
      @ForAll @LongRange(min = 1, max = 7_200_000) long delay,
      @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 7_200_000) Long> between) {
    Limit limit = Limit.at(4.0).delays(Duration.ofMillis(delay), Duration.ZERO);
    StorageProfile profile = profileOf(level, limit);
    double beyond = 4.0 + 0.1 * level.side().sign();
    Run run = new Run(profile);
    run.take(START, beyond);
    between.stream()
        .filter(offset -> offset > 0 && offset < delay - 1)
        .sorted()
        .distinct()
        .forEach(offset -> run.take(START.plusMillis(offset), beyond));
    if (delay > 1) {
      run.take(START.plusMillis(delay - 1), beyond);
    }
    assertEquals(List.of(), run.findings, "found too early");
    Instant due = START.plusMillis(delay);
    run.take(due, beyond);
    assertEquals(
        List.of(
            new Finding.Violated(conditionOf(level.side()), due, beyond, level.severity(), 4.0)),
        run.findings);
  }

  @Property(tries = 500)
  void aReadingThatIsBackStartsTheOnDelayAnew(
      @ForAll Level level, @ForAll @LongRange(min = 2, max = 7_200_000) long delay) {
    Limit limit = Limit.at(4.0).delays(Duration.ofMillis(delay), Duration.ZERO);
    double beyond = 4.0 + 0.1 * level.side().sign();
    Run run = new Run(profileOf(level, limit));
    run.take(START, beyond);
    run.take(START.plusMillis(1), 4.0);
    run.take(START.plusMillis(2), beyond);
    run.take(START.plusMillis(delay + 1), beyond);
    assertEquals(List.of(), run.findings);
    run.take(START.plusMillis(delay + 2), beyond);
    assertEquals(1, run.findings.size());
  }

  @Property(tries = 500)
  void withinTheDeadbandNothingReturns(
      @ForAll Level level,
      @ForAll @IntRange(min = 1, max = 20) int deadbandTenths,
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 99) Integer> percents) {
    double deadband = deadbandTenths / 10.0;
    int inward = -level.side().sign();
    Run run = new Run(profileOf(level, Limit.at(4.0).deadband(deadband)));
    run.take(START, 4.0 - inward);
    for (int i = 0; i < percents.size(); i++) {
      double within = 4.0 + inward * deadband * percents.get(i) / 100;
      run.take(START.plusSeconds(60L * (i + 1)), within);
    }
    assertEquals(1, run.findings.size(), "more than the violation");
    assertInstanceOf(Finding.Violated.class, run.findings.getFirst());
    Instant back = START.plus(Duration.ofHours(2));
    run.take(back, 4.0 + inward * (deadband + 0.1));
    assertEquals(Finding.Returned.class, run.findings.getLast().getClass());
    assertEquals(back, run.findings.getLast().time());
  }

  @Property(tries = 500)
  void aReturnHeldForItsOffDelayIsFoundAndAMillisecondLessIsNot(
      @ForAll Level level, @ForAll @LongRange(min = 1, max = 7_200_000) long delay) {
    Limit limit = Limit.at(4.0).delays(Duration.ZERO, Duration.ofMillis(delay));
    Run run = new Run(profileOf(level, limit));
    run.take(START, 4.0 + level.side().sign());
    Instant back = START.plusSeconds(1);
    run.take(back, 4.0);
    if (delay > 1) {
      run.take(back.plusMillis(delay - 1), 4.0);
    }
    assertEquals(1, run.findings.size(), "returned too early");
    run.take(back.plusMillis(delay), 4.0);
    assertEquals(
        new Finding.Returned(conditionOf(level.side()), back.plusMillis(delay), 4.0),
        run.findings.getLast());
  }

  @Property(tries = 500)
  void aMemoryStoredAndRestoredBetweenAnyTwoReadingsFindsTheSame(
      @ForAll("profiles") StorageProfile profile, @ForAll("walks") List<Step> walk) {
    Run unbroken = new Run(profile);
    Run restarted = new Run(profile);
    ClassifierMemory stored = ClassifierMemory.EMPTY;
    for (Step step : walk) {
      unbroken.take(step);
      restarted.memory = restored(stored, restarted.memory.newest());
      restarted.take(step);
      if (!restarted.memory.sameDecisions(stored)) {
        stored = restarted.memory;
      }
    }
    assertEquals(unbroken.findings, restarted.findings);
    assertEquals(unbroken.memory, restarted.memory);
  }

  @Property(tries = 500)
  void violationAndReturnOfASideTakeTurns(
      @ForAll("profiles") StorageProfile profile, @ForAll("walks") List<Step> walk) {
    Run run = new Run(profile);
    walk.forEach(run::take);
    Map<Condition, Finding> last = new EnumMap<>(Condition.class);
    run.findings.removeIf(finding -> finding.condition() == Condition.CUMULATIVE);
    for (Finding finding : run.findings) {
      Finding before = last.put(finding.condition(), finding);
      if (finding instanceof Finding.Returned) {
        assertInstanceOf(Finding.Violated.class, before, "returned without having been violated");
      } else if (before instanceof Finding.Violated violated) {
        assertTrue(
            severityOf(finding) != violated.severity(),
            "found the same violation twice: " + finding);
      }
    }
  }

  @Property(tries = 300)
  void aReadingNotNewerThanTheNewestLeavesTheMemoryAlone(
      @ForAll("profiles") StorageProfile profile,
      @ForAll("walks") List<Step> walk,
      @ForAll("temperatures") double temperature,
      @ForAll @LongRange(min = 0, max = 3_600_000) long ago) {
    Run run = new Run(profile);
    walk.forEach(run::take);
    ClassifierMemory before = run.memory;
    Instant old = run.time.minusMillis(ago);
    assertSame(before, Classifier.classify(profile, before, old, temperature).memory());
  }

  /// An empty memory once broke this, and with it the pipeline.
  @Property(tries = 300)
  void otherLimitsCanBeGivenAtAnyMoment(
      @ForAll("profiles") StorageProfile before,
      @ForAll("profiles") StorageProfile after,
      @ForAll("walks") List<Step> walk,
      @ForAll @IntRange(min = 0, max = 40) int readings) {
    Run run = new Run(before);
    walk.stream().limit(readings).forEach(run::take);
    ClassifierMemory next = Classifier.relimit(before, after, run.memory, run.time, 0).memory();
    assertTrue(after.limits().keySet().containsAll(next.limits().keySet()));
    assertEquals(run.memory.newest(), next.newest());
  }

  @Provide
  Arbitrary<StorageProfile> profiles() {
    return Walks.profiles();
  }

  @Provide
  Arbitrary<StorageProfile> plainProfiles() {
    return Walks.plainProfiles();
  }

  @Provide
  Arbitrary<List<Step>> walks() {
    return Walks.walks();
  }

  @Provide
  Arbitrary<Double> temperatures() {
    return Walks.temperatures();
  }

  /// One device's way through its readings.
  private static final class Run {
    private final StorageProfile profile;
    private final List<Finding> findings = new ArrayList<>();
    private ClassifierMemory memory = ClassifierMemory.EMPTY;
    private Instant time = START;

    Run(StorageProfile profile) {
      this.profile = profile;
    }

    void take(Step step) {
      take(time.plus(step.gap()), step.temperature());
    }

    void take(Instant at, double temperature) {
      Classification classification = Classifier.classify(profile, memory, at, temperature);
      memory = classification.memory();
      findings.addAll(classification.findings());
      time = at;
    }
  }

  /// What comes back of a memory from a store that keeps milliseconds, and the newest time from the
  /// readings.
  private static ClassifierMemory restored(ClassifierMemory stored, @Nullable Instant newest) {
    Map<Level, LimitMemory> limits = new EnumMap<>(Level.class);
    stored
        .limits()
        .forEach((level, limit) -> {
          Instant since = limit.since();
          Instant millis = since == null ? null : Instant.ofEpochMilli(since.toEpochMilli());
          limits.put(level, new LimitMemory(limit.violated(), millis));
        });
    List<CumulativeMemory> budgets =
        stored.cumulative().stream()
            .map(budget ->
                new CumulativeMemory(Duration.ofMillis(budget.spent().toMillis()), budget.beyond()))
            .toList();
    return new ClassifierMemory(limits, budgets, newest);
  }

  private static StorageProfile profileOf(Level level, Limit limit) {
    return new StorageProfile("one", "One limit", Map.of(level, limit), List.of());
  }

  private static boolean isBeyondAny(StorageProfile profile, double temperature) {
    return profile.limits().entrySet().stream()
            .anyMatch(e -> isBeyond(e.getKey().side(), e.getValue(), temperature))
        || profile.cumulative().stream().anyMatch(limit -> limit.isBeyond(temperature));
  }

  /// Said once more in other words than the code's own, which is what is tested.
  private static boolean isBeyond(Side side, Limit limit, double temperature) {
    int comparison = Double.compare(temperature, limit.value());
    return (comparison == 0 && limit.inclusive())
        || (side == Side.HIGH ? comparison > 0 : comparison < 0);
  }

  private static Band bandOf(StorageProfile profile, double temperature) {
    for (Level level : List.of(Level.HIGH_HIGH, Level.LOW_LOW, Level.HIGH, Level.LOW)) {
      Limit limit = profile.limits().get(level);
      if (limit != null && isBeyond(level.side(), limit, temperature)) {
        return Band.valueOf(level.name());
      }
    }
    return Band.NORMAL;
  }

  private static Condition conditionOf(Side side) {
    return side == Side.HIGH ? Condition.HIGH : Condition.LOW;
  }

  private static @Nullable Severity severityOf(Finding finding) {
    return finding instanceof Finding.Violated violated ? violated.severity() : null;
  }
}
