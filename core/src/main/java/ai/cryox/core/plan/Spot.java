package ai.cryox.core.plan;

/// Where something stands on a picture, as parts of its width and height from the left top.
///
/// @param x 0 to 1
/// @param y 0 to 1
public record Spot(double x, double y) {
  /// The nearest spot that is on the picture.
  public static Spot nearest(double x, double y) {
    return new Spot(Math.clamp(x, 0, 1), Math.clamp(y, 0, 1));
  }

  /// Whether it is on the picture at all.
  public boolean isOnPicture() {
    return x >= 0 && x <= 1 && y >= 0 && y <= 1;
  }
}
