package ai.cryox.core.report;

import ai.cryox.core.people.Action;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What somebody signs of a stored report.
public enum ReportStep {
  /// That it is right.
  REVIEW(ReportState.REVIEWED),
  /// That it holds.
  APPROVE(ReportState.APPROVED),
  /// That it must not be used.
  REJECT(ReportState.REJECTED),
  /// That it is taken back.
  WITHDRAW(ReportState.WITHDRAWN);

  private final ReportState to;

  ReportStep(ReportState to) {
    this.to = to;
  }

  /// Where it leads.
  public ReportState to() {
    return to;
  }

  /// Whether it can be taken from there.
  public boolean leadsFrom(ReportState state) {
    return switch (this) {
      case REVIEW -> state == ReportState.DRAFT;
      case APPROVE -> state == ReportState.REVIEWED;
      case REJECT -> state.isOpen();
      case WITHDRAW -> state.isOpen() || state == ReportState.APPROVED;
    };
  }

  /// What one must be allowed to do to take it from there.
  public Action action(ReportState from) {
    boolean draft = from == ReportState.DRAFT;
    return switch (this) {
      case REVIEW -> Action.REVIEW_REPORT;
      case APPROVE -> Action.APPROVE_REPORT;
      case REJECT -> draft ? Action.REVIEW_REPORT : Action.APPROVE_REPORT;
      case WITHDRAW -> draft ? Action.MAKE_REPORT : Action.APPROVE_REPORT;
    };
  }

  /// As it is written on the command line and on the wire, such as `review`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The step of that name, in any case.
  ///
  /// @throws IllegalArgumentException if there is none, with a sentence
  public static ReportStep named(String name) {
    for (ReportStep step : values()) {
      if (step.wireName().equalsIgnoreCase(name.strip())) {
        return step;
      }
    }
    throw new IllegalArgumentException(
        "There is no step '%s'; there are %s."
            .formatted(
                name,
                Arrays.stream(values())
                    .map(ReportStep::wireName)
                    .collect(Collectors.joining(", "))));
  }
}
