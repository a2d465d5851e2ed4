package ai.cryox.app.theme;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;

/// How far text stands out from its ground, by WCAG 2.2, measured in a picture: 1 to 21.
public final class Contrast {
  private Contrast() {}

  /// Between the ground, which is what most of the box shows, and what differs most from it.
  public static double in(Image picture, int left, int top, int width, int height) {
    PixelReader pixels = picture.getPixelReader();
    Color ground = ground(pixels, left, top, width, height);
    double most = 1;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        most = Math.max(most, between(pixels.getColor(x, y), ground));
      }
    }
    return most;
  }

  private static Color ground(PixelReader pixels, int left, int top, int width, int height) {
    Map<Integer, Integer> seen = new HashMap<>();
    int best = pixels.getArgb(left, top);
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        int colour = pixels.getArgb(x, y);
        if (seen.merge(colour, 1, Integer::sum) > seen.getOrDefault(best, 0)) {
          best = colour;
        }
      }
    }
    return Color.rgb(best >> 16 & 0xff, best >> 8 & 0xff, best & 0xff);
  }

  /// Between two colours.
  public static double between(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
