package ai.cryox.core.classify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What can be wrong with a profile that somebody made.
final class ProfileProblems {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final int LONGEST_NAME = 80;
  private static final double COLDEST = -273.15;
  private static final double WARMEST = 1_000;
  private static final Duration LONGEST_DELAY = Duration.ofDays(7);
  private static final Duration LONGEST_BUDGET = Duration.ofDays(366);
  private static final int MOST_BUDGETS = 8;

  private final StorageProfile profile;
  private final List<String> found = new ArrayList<>();

  private ProfileProblems(StorageProfile profile) {
    this.profile = profile;
  }

  static List<String> of(StorageProfile profile) {
    ProfileProblems problems = new ProfileProblems(profile);
    problems.names();
    profile.limits().forEach(problems::limit);
    problems.order(Level.LOW_LOW, Level.LOW);
    problems.order(Level.HIGH, Level.HIGH_HIGH);
    problems.bands();
    problems.budgets();
    return List.copyOf(problems.found);
  }

  private void names() {
    if (!ID.matcher(profile.id()).matches()) {
      found.add(
          "The id '%s' must be 1 to 64 small letters, digits and hyphens, and not begin with one."
              .formatted(profile.id()));
    }
    if (profile.name().isBlank() || profile.name().length() > LONGEST_NAME) {
      found.add("The profile needs a name of at most %d letters.".formatted(LONGEST_NAME));
    }
    if (profile.limits().isEmpty() && profile.cumulative().isEmpty() && profile.rate() == null) {
      found.add("A profile without any limit would never raise an alarm.");
    }
  }

  private void limit(Level level, Limit limit) {
    if (isNoTemperature(limit.value())) {
      found.add(
          "The %s limit of %s °C is no temperature of this world."
              .formatted(name(level), limit.value()));
    }
    if (limit.onDelay().compareTo(LONGEST_DELAY) > 0
        || limit.offDelay().compareTo(LONGEST_DELAY) > 0) {
      found.add("The %s limit's delays must not be longer than 7 days.".formatted(name(level)));
    }
  }

  private static boolean isNoTemperature(double value) {
    return !(value >= COLDEST && value <= WARMEST);
  }

  private void order(Level colder, Level warmer) {
    Limit cold = profile.limit(colder);
    Limit warm = profile.limit(warmer);
    if (cold != null && warm != null && cold.value() >= warm.value()) {
      found.add(
          "The %s limit (%s °C) must be below the %s limit (%s °C)."
              .formatted(name(colder), cold.value(), name(warmer), warm.value()));
    }
  }

  private void bands() {
    double bottom = profile.bottom();
    double top = profile.top();
    if (bottom >= top) {
      found.add(
          "The low limit (%s °C) must be below the high limit (%s °C).".formatted(bottom, top));
      return;
    }
    profile
        .limits()
        .forEach((level, limit) -> {
          double far = level.side() == Side.HIGH ? bottom : top;
          if (limit.deadband() >= Math.abs(limit.value() - far)) {
            found.add(
                ("The deadband of the %s limit (%s °C) must be narrower than the range (%s to %s"
                        + " °C): an alarm would never return.")
                    .formatted(name(level), limit.deadband(), bottom, top));
          }
        });
  }

  private void budgets() {
    if (profile.cumulative().size() > MOST_BUDGETS) {
      found.add("A profile can have at most %d cumulative limits.".formatted(MOST_BUDGETS));
    }
    for (CumulativeLimit limit : profile.cumulative()) {
      String problem = problem(limit);
      if (problem != null) {
        found.add(problem);
      }
    }
  }

  private static @Nullable String problem(CumulativeLimit limit) {
    if (isNoTemperature(limit.value())) {
      return "The cumulative limit of %s °C is no temperature of this world."
          .formatted(limit.value());
    }
    if (limit.budget().toMinutes() < 1 || limit.budget().compareTo(LONGEST_BUDGET) > 0) {
      return "The time allowed beyond %s °C must be one minute to one year."
          .formatted(limit.value());
    }
    return null;
  }

  private static String name(Level level) {
    return switch (level) {
      case LOW_LOW -> "low-low";
      case LOW -> "low";
      case HIGH -> "high";
      case HIGH_HIGH -> "high-high";
    };
  }
}
