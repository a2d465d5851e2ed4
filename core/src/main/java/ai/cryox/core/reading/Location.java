package ai.cryox.core.reading;

/// A place on Earth, WGS 84.
///
/// @param latitude degrees, −90 to 90
/// @param longitude degrees, −180 to 180
public record Location(double latitude, double longitude) {}
