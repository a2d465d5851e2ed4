package ai.cryox.backend.report;

import ai.cryox.core.compliance.Figures;
import ai.cryox.core.compliance.Verdict;
import java.time.Duration;
import java.time.Instant;

/// Writes what whoever receives goods must know of the way that they came: when, recorded how
/// often, kept how, and whether they may be used.
///
/// @param words the report's
/// @param html where it is written
record TripSection(ReportWords words, Html html) {
  private static final Duration SHORT = Duration.ofHours(24);
  private static final Duration LONG = Duration.ofDays(7);

  /// One trip.
  ///
  /// @param from when it began
  /// @param until when it ended, or the report was made if that is earlier
  void write(UnitRecord unit, Instant from, Instant until) {
    Figures figures = unit.figures();
    Duration length = Duration.between(from, until);
    Duration sampling = unit.device().samplingPeriod();
    Duration longest = longestInterval(length);
    Verdict verdict = verdict(unit);
    Table.facts(
        html,
        words.say("trip.unit"),
        unit.name() + " · " + unit.device().deviceId(),
        words.say("trip.departure"),
        words.stamp(from),
        words.say("trip.arrival"),
        words.say("trip.arrival.line", words.stamp(until), words.lasting(length)),
        words.say("trip.handover"),
        handover(unit, from, until),
        words.say("trip.required"),
        words.say(
            "trip.required.line",
            new ExcursionWords(words).range(unit.profile()),
            unit.profile().name()),
        words.say("trip.interval"),
        words.say(
            sampling.compareTo(longest) <= 0 ? "trip.interval.kept" : "trip.interval.missed",
            words.lasting(sampling),
            words.lasting(longest)),
        words.say("trip.verdict"),
        words.say(
            "trip.verdict.line",
            words.say(verdict),
            words.count(unit.excursions().size()),
            words.count(figures.gapCount()),
            words.percent(figures.safePart())));
  }

  /// The longest time between two readings that EN 12830 allows for a trip of that length.
  static Duration longestInterval(Duration trip) {
    if (trip.compareTo(SHORT) < 0) {
      return Duration.ofMinutes(5);
    }
    return Duration.ofMinutes(trip.compareTo(LONG) <= 0 ? 15 : 60);
  }

  private String handover(UnitRecord unit, Instant from, Instant until) {
    boolean whole = !unit.from().isAfter(from) && !unit.until().isBefore(until);
    return whole
        ? words.say("trip.handover.none")
        : words.say("trip.handover.line", words.stamp(unit.from()), words.stamp(unit.until()));
  }

  /// The worst that is proposed for any excursion; what was not recorded is not released.
  static Verdict verdict(UnitRecord unit) {
    Figures figures = unit.figures();
    boolean recorded = figures.received() > 0 && figures.gapCount() == 0;
    Verdict worst = recorded ? Verdict.RELEASE : Verdict.ASK_QUALITY;
    for (ExcursionRecord record : unit.excursions()) {
      Verdict proposal = record.assessment().proposal();
      worst = proposal.compareTo(worst) > 0 ? proposal : worst;
    }
    return worst;
  }
}
