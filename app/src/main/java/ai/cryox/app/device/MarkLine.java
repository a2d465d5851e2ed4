package ai.cryox.app.device;

import java.util.ArrayList;
import java.util.List;

/// The line above a curve on which marks stand and are named: a name has room beside its own mark,
/// where neither another mark nor another name is. Pure; one owner.
final class MarkLine {
  private final double left;
  private final double right;
  private final List<Span> taken = new ArrayList<>();

  /// Where something is already, px.
  private record Span(double from, double until) {}

  /// An empty line between two edges, px.
  MarkLine(double left, double right) {
    this.left = left;
    this.right = right;
  }

  /// A mark stands here.
  void take(double from, double until) {
    taken.add(new Span(from, until));
  }

  /// Finds room for a name beside its mark, and takes it.
  ///
  /// @param before where it may end before the mark
  /// @param after where it may begin after the mark
  /// @param beforeFirst which side is tried first
  /// @return its left edge; NaN if there is no room at either side
  double place(double before, double after, double width, boolean beforeFirst) {
    double first = beforeFirst ? before - width : after;
    double second = beforeFirst ? after : before - width;
    double at = isFree(first, width) ? first : isFree(second, width) ? second : Double.NaN;
    if (!Double.isNaN(at)) {
      take(at, at + width);
    }
    return at;
  }

  private boolean isFree(double from, double width) {
    return from >= left
        && from + width <= right
        && taken.stream().noneMatch(span -> from < span.until() && from + width > span.from());
  }
}
