package ai.cryox.core.people;

/// What somebody may or may not do.
public enum Action {
  /// See live values, readings, alarms, excursions, alarm health, profiles, and ask what-if.
  WATCH(true),
  /// Acknowledge and reset alarms.
  ACKNOWLEDGE(true),
  /// Put alarms on the shelf and take them back.
  SHELVE(true),
  /// Take alarms out of service and put them back.
  TAKE_OUT_OF_SERVICE(true),
  /// See the rejected lane.
  SEE_REJECTED(false),
  /// Begin and end drills, and try channels out.
  DRILL(false),
  /// Tell a device what to do: configuration, twin, methods, messages.
  CONFIGURE_DEVICE(true),
  /// Add devices, change their registry entries, make their credentials.
  REGISTER_DEVICE(true),
  /// Give a device a storage profile.
  ASSIGN_PROFILE(true),
  /// Write notes about devices, and put pictures of them there.
  WRITE_NOTES(true),
  /// Make, change and remove storage profiles.
  EDIT_PROFILES(false),
  /// Decide of the alarms that no storage profile describes.
  EDIT_ALARM_DESIGN(false),
  /// Say who is called: people, rosters, policies.
  EDIT_CALLOUTS(false),
  /// Set up the channels and keep their secrets.
  EDIT_CHANNELS(false),
  /// Change the routes of messages.
  EDIT_ROUTES(false),
  /// Say how long readings are kept.
  EDIT_RETENTION(false),
  /// Read the audit trail.
  SEE_AUDIT(false),
  /// Make reports, not yet signed ones.
  MAKE_REPORT(true),
  /// Sign a report as reviewed.
  REVIEW_REPORT(true),
  /// Sign a report as approved.
  APPROVE_REPORT(true),
  /// Say how a facility's reports look, and which are made by themselves.
  SET_UP_REPORTS(true),
  /// Write what was the matter with an excursion: cause, impact, corrective action.
  JUDGE_EXCURSION(true),
  /// Enter calibrations.
  CALIBRATE(true),
  /// See accounts, make and change them.
  MANAGE_PEOPLE(false);

  private final boolean inOneFacility;

  Action(boolean inOneFacility) {
    this.inOneFacility = inOneFacility;
  }

  /// Whether a role in one facility is enough to do it there. What is common to all facilities
  /// needs a role in all of them.
  public boolean isInOneFacility() {
    return inOneFacility;
  }
}
