package ai.cryox.app.trends;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a trend draws.
///
/// @param view in whole steps of what was read
/// @param now epoch milliseconds; nothing is known of what comes after
/// @param curves in the order of their numbers
/// @param comparedMillis how much earlier what is compared was; 0 = nothing is
/// @param limits of the chosen temperature pen, or `null`
/// @param marks of the devices shown, the chosen one's first
/// @param note said in place of curves; empty where there are some
record Picture(
    TimeWindow view,
    long now,
    List<Curve> curves,
    long comparedMillis,
    @Nullable LimitSteps limits,
    List<Marks> marks,
    String note) {
  Picture {
    curves = List.copyOf(curves);
    marks = List.copyOf(marks);
  }
}
