package ai.cryox.core.compliance;

import ai.cryox.core.alarm.Condition;
import ai.cryox.core.alarm.Severity;
import ai.cryox.core.excursion.Excursion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the figures say of an excursion.
///
/// @param window the worst window that holds it, or `null` where no mean kinetic temperature is
///   looked at
/// @param proposal what to do with the goods, unless somebody who knows more decides otherwise
/// @param reason why
public record Assessment(
    Excursion excursion, KineticWindow.@Nullable Worst window, Verdict proposal, Reason reason) {
  /// Why a proposal is what it is.
  public enum Reason {
    /// The mean kinetic temperature stayed within its limit.
    KINETIC_WITHIN,
    /// The mean kinetic temperature was above its limit.
    KINETIC_ABOVE,
    /// It was warmer than goods of this kind may ever get.
    TOO_WARM,
    /// It was critically cold: the goods may have frozen.
    TOO_COLD,
    /// The budget of time is used up.
    BUDGET_SPENT,
    /// Readings are missing in it, or in its window.
    INCOMPLETE,
    /// It lasts.
    STILL_LASTS,
    /// There is no rule for it.
    NO_RULE
  }

  /// Assesses an excursion.
  ///
  /// @param rule of the goods, if there is one
  /// @param windows of that rule, or `null` if there is none
  public static Assessment of(
      Excursion excursion, Optional<KineticRule> rule, @Nullable KineticWindow windows) {
    KineticWindow.Worst worst =
        windows == null
            ? null
            : windows.worst(excursion.start(), excursion.start().plus(excursion.duration()));
    Reason reason = reason(excursion, rule.orElse(null), worst);
    return new Assessment(excursion, worst, proposal(reason), reason);
  }

  private static Reason reason(
      Excursion excursion, @Nullable KineticRule rule, KineticWindow.@Nullable Worst worst) {
    if (excursion.condition() == Condition.CUMULATIVE) {
      return Reason.BUDGET_SPENT;
    }
    if (excursion.condition() == Condition.LOW && excursion.severity() == Severity.CRITICAL) {
      return Reason.TOO_COLD;
    }
    if (rule == null || worst == null || excursion.condition() != Condition.HIGH) {
      return excursion.isOpen() ? Reason.STILL_LASTS : Reason.NO_RULE;
    }
    if (excursion.peak() > rule.highest()) {
      return Reason.TOO_WARM;
    }
    if (isMostlyMissing(worst)) {
      return Reason.INCOMPLETE;
    }
    if (worst.celsius() > rule.limit()) {
      return Reason.KINETIC_ABOVE;
    }
    if (excursion.isOpen()) {
      return Reason.STILL_LASTS;
    }
    return excursion.gaps() > 0 ? Reason.INCOMPLETE : Reason.KINETIC_WITHIN;
  }

  /// A mean of less than nine tenths of its window proves nothing.
  private static boolean isMostlyMissing(KineticWindow.Worst worst) {
    long length = worst.until().toEpochMilli() - worst.from().toEpochMilli();
    return worst.covered().toMillis() * 10 < length * 9;
  }

  private static Verdict proposal(Reason reason) {
    return switch (reason) {
      case KINETIC_WITHIN -> Verdict.RELEASE;
      case KINETIC_ABOVE, TOO_WARM, TOO_COLD, BUDGET_SPENT -> Verdict.QUARANTINE;
      case INCOMPLETE, STILL_LASTS, NO_RULE -> Verdict.ASK_QUALITY;
    };
  }
}
