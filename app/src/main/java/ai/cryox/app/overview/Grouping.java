package ai.cryox.app.overview;

/// What tiles are put together by.
public enum Grouping {
  /// Facility and zone.
  ZONE,
  /// Facility.
  FACILITY,
  /// What is kept there: the storage profile.
  KIND,
  /// All in one.
  NONE
}
