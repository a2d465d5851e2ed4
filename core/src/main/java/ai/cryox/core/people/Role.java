package ai.cryox.core.people;

import static ai.cryox.core.people.Action.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What somebody is here for. One person may have several roles.
public enum Role {
  /// Watches on shift and answers alarms.
  OPERATOR(WATCH, ACKNOWLEDGE, SHELVE, SEE_REJECTED, DRILL, WRITE_NOTES, MAKE_REPORT),
  /// Answers for a shift and for what it may put aside.
  SUPERVISOR(
      WATCH,
      ACKNOWLEDGE,
      SHELVE,
      TAKE_OUT_OF_SERVICE,
      SEE_REJECTED,
      DRILL,
      CONFIGURE_DEVICE,
      REGISTER_DEVICE,
      ASSIGN_PROFILE,
      WRITE_NOTES,
      EDIT_PROFILES,
      EDIT_CALLOUTS,
      SEE_AUDIT,
      MAKE_REPORT,
      REVIEW_REPORT,
      SET_UP_REPORTS,
      JUDGE_EXCURSION),
  /// Releases goods: judges excursions and approves reports.
  QUALITY(
      WATCH,
      SEE_REJECTED,
      ASSIGN_PROFILE,
      WRITE_NOTES,
      EDIT_PROFILES,
      EDIT_ALARM_DESIGN,
      SEE_AUDIT,
      MAKE_REPORT,
      REVIEW_REPORT,
      APPROVE_REPORT,
      SET_UP_REPORTS,
      JUDGE_EXCURSION,
      CALIBRATE),
  /// Looks after the system: accounts, devices, routes, channels. Answers no alarms and signs
  /// nothing.
  ADMINISTRATOR(
      WATCH,
      SEE_REJECTED,
      DRILL,
      CONFIGURE_DEVICE,
      REGISTER_DEVICE,
      ASSIGN_PROFILE,
      WRITE_NOTES,
      EDIT_ALARM_DESIGN,
      EDIT_CALLOUTS,
      EDIT_CHANNELS,
      EDIT_ROUTES,
      EDIT_RETENTION,
      SET_UP_REPORTS,
      SEE_AUDIT,
      MANAGE_PEOPLE),
  /// Sees everything that happened and changes nothing.
  AUDITOR(WATCH, SEE_REJECTED, SEE_AUDIT, MAKE_REPORT),
  /// Only looks on: a display on the wall, and the machine's own desk while nobody is signed in.
  WATCHER(WATCH);

  @SuppressWarnings(
      "ImmutableEnumChecker") // Set.copyOf cannot be changed, its type does not say so
  private final Set<Action> actions;

  Role(Action first, Action... others) {
    this.actions = Set.copyOf(EnumSet.of(first, others));
  }

  /// Whether the role may do it.
  public boolean may(Action action) {
    return actions.contains(action);
  }

  /// As it is written on the command line and on the wire, such as `operator`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of that name, in any case.
  ///
  /// @throws IllegalArgumentException if there is none, with a sentence
  public static Role named(String name) {
    for (Role role : values()) {
      if (role.wireName().equalsIgnoreCase(name.strip())) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "There is no role '%s'; there are operator, supervisor, quality, administrator, auditor and watcher."
            .formatted(name));
  }
}
