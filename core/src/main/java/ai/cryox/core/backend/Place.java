package ai.cryox.core.backend;

/// Where a backend runs. The window's title always says it.
public enum Place {
  /// In this process.
  LOCAL,
  /// On another machine of the facility.
  FACILITY_SERVER,
  /// In the cloud.
  CLOUD
}
