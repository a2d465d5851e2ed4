package ai.cryox.core.downstream;

/// A device's twin.
///
/// @param desired what it is told, a JSON object
/// @param desiredVersion rises with every change, from 1
/// @param reported what it says of itself, a JSON object
/// @param reportedVersion rises with every change, from 1
public record Twin(
    String deviceId, String desired, long desiredVersion, String reported, long reportedVersion) {}
