package ai.cryox.app.device;

import ai.cryox.app.theme.Palette;
import javafx.scene.canvas.GraphicsContext;

/// Where on its canvas a trend is drawn: which place is which time and temperature.
///
/// @param g draws on the canvas
/// @param width of the curve, px, without the room beside it; so is `height`
record TrendPlot(
    GraphicsContext g, Palette palette, TrendPicture picture, double width, double height) {
  /// Room for temperatures, px.
  static final double LEFT = 52;

  /// Room for half a time, px.
  static final double RIGHT = 18;

  /// Room for alarms, px.
  static final double TOP = 20;

  /// Room for times, px.
  static final double BOTTOM = 26;

  double x(long time) {
    return LEFT + (double) (time - picture.from()) / span() * width;
  }

  double y(double value) {
    return TOP + picture.scale().below(value, height);
  }

  /// The time at a place, epoch milliseconds.
  long time(double x) {
    return picture.from() + (long) ((x - LEFT) / width * span());
  }

  /// Milliseconds from the left to the right.
  long span() {
    return picture.until() - picture.from();
  }

  double bottom() {
    return TOP + height;
  }

  double right() {
    return LEFT + width;
  }
}
