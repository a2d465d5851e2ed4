package ai.cryox.app.trends;

import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// A pen with everything that drawing it needs.
///
/// @param pen what it shows
/// @param number by which people tell it from others, from 1
/// @param colour of its line; the number says the same without colour
/// @param gap milliseconds that two values may lie apart
/// @param sheet what was read; `null` while it is not there yet
/// @param compared what was some days earlier, or `null`
/// @param chosen whether its limits and marks are shown
record Curve(
    Pen pen,
    int number,
    Color colour,
    long gap,
    @Nullable PenSheet sheet,
    @Nullable PenSheet compared,
    boolean chosen) {}
