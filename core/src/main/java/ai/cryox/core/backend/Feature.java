package ai.cryox.core.backend;

/// What a backend can do for its screens. A bare cloud API can do little of it; screens hide what
/// their backend cannot do, or say so.
public enum Feature {
  /// Alarms have states, and people can acknowledge, reset and put them aside.
  ALARM_ACTIONS,
  /// What happened to an alarm can be read.
  JOURNAL,
  /// What people decided of alarms can be read and changed.
  ALARM_DESIGN,
  /// The audit trail can be read.
  AUDIT,
  /// Devices can be added and changed.
  REGISTRY,
  /// People can say who is called, and see who was.
  CALLOUTS,
  /// Twins, direct methods and messages.
  DOWNSTREAM,
  /// How long readings are kept.
  RETENTION,
  /// The rejected lane can be read.
  REJECTIONS,
  /// Excursions are recorded.
  EXCURSIONS,
  /// Limits can be tried out on what is stored.
  WHAT_IF,
  /// The alarm system itself is measured.
  ALARM_HEALTH,
  /// Storage profiles.
  PROFILES,
  /// The routes of messages.
  ROUTES,
  /// Reports are stored and signed.
  REPORTS,
  /// Reports are made by themselves, again and again.
  SCHEDULES,
  /// What devices measure beside temperatures, and when doors stood open.
  MEASUREMENTS,
  /// Notes, pictures and groups of curves.
  NOTEBOOK,
  /// Tariffs, baselines and what units draw.
  ENERGY,
  /// Pictures of facilities with their devices on them.
  FLOOR_PLANS,
  /// The calibration register.
  CALIBRATIONS
}
