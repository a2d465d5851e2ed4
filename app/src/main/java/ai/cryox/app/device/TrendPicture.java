package ai.cryox.app.device;

import ai.cryox.core.classify.StorageProfile;

/// What of a trend is drawn. Immutable.
///
/// @param from epoch milliseconds at the left, like `until` at the right
/// @param gap milliseconds that two readings may lie apart
record TrendPicture(
    long from,
    long until,
    TrendRange range,
    TrendColumns columns,
    TrendScale scale,
    StorageProfile limits,
    Samples samples,
    long gap) {}
