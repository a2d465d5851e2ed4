package ai.cryox.app.trends;

import ai.cryox.core.reading.Quantity;

/// One curve of a trend.
///
/// @param deviceId whose
/// @param quantity of what
public record Pen(String deviceId, Quantity quantity) {}
