package ai.cryox.app.trends;

/// Where on the canvas the curves are, and how moments become px. Pure.
///
/// @param view what the width stands for
/// @param left px of its left edge, like `top`, whole numbers
/// @param width px, at least 1
/// @param height px, at least 1
record Area(TimeWindow view, double left, double top, int width, double height) {
  double x(long time) {
    return left + (double) (time - view.from()) / view.span() * width;
  }

  long time(double x) {
    return view.from() + Math.round((x - left) / width * view.span());
  }

  /// Share of the width left of a place, 0 to 1.
  double share(double x) {
    return Math.max(0, Math.min(1, (x - left) / width));
  }

  boolean holds(double x) {
    return x >= left && x < left + width;
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }
}
