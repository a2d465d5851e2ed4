package ai.cryox.app.overview;

/// What tiles are put together by.
public enum Grouping {
  /// Facility and zone.
  ZONE,
  /// Facility.
  FACILITY,
  /// All in one.
  NONE
}
