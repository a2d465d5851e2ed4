package ai.cryox.core.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is added to a sensor's values, °C: between the points of a calibration in a straight line,
/// beyond the outer ones as at them.
///
/// @param points by indicated temperature, rising; none = nothing is added
public record Correction(List<Point> points) {
  /// Nothing is added.
  public static final Correction NONE = new Correction(List.of());

  /// Results are as exact as this, °C: a correction must not bring in digits of its own.
  private static final double GRAIN = 1e6;

  /// One point of a calibration.
  ///
  /// @param indicated by the sensor, °C
  /// @param added to it, °C
  public record Point(double indicated, double added) {}

  public Correction {
    points = points.stream().sorted(Comparator.comparingDouble(Point::indicated)).toList();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (!Double.isFinite(point.indicated()) || !Double.isFinite(point.added())) {
        throw new IllegalArgumentException("A point of a calibration must be two numbers.");
      }
      if (i > 0 && point.indicated() == points.get(i - 1).indicated()) {
        throw new IllegalArgumentException(
            "A calibration has two points at %s °C; give each temperature once."
                .formatted(point.indicated()));
      }
    }
  }

  /// The same everywhere.
  ///
  /// @param added °C
  public static Correction offset(double added) {
    return new Correction(List.of(new Point(0, added)));
  }

  /// As a certificate states it, `indicated:reference` with a comma or blank between points, such
  /// as `-20.1:-20.0, 0.05:0.0`; or one number, which is added everywhere.
  ///
  /// @throws IllegalArgumentException with a sentence, if it is neither
  public static Correction parse(String text) {
    List<Point> points = new ArrayList<>();
    try {
      for (String part : text.strip().split("[,;\\s]+")) {
        int colon = part.indexOf(':');
        if (colon < 0) {
          points.add(new Point(0, Double.parseDouble(part)));
        } else {
          double indicated = Double.parseDouble(part.substring(0, colon));
          double reference = Double.parseDouble(part.substring(colon + 1));
          points.add(new Point(indicated, exact(reference - indicated)));
        }
      }
    } catch (NumberFormatException nonsense) {
      throw new IllegalArgumentException(
          "'%s' is neither a correction like 0.1 nor points like -20.1:-20.0,5.05:5.0 (indicated:reference, °C)."
              .formatted(text),
          nonsense);
    }
    return new Correction(points);
  }

  /// Whether nothing is added to any value.
  public boolean isNone() {
    return points.stream().allMatch(point -> point.added() == 0);
  }

  /// The corrected value of one that was indicated, °C.
  public double apply(double indicated) {
    return points.isEmpty() ? indicated : exact(indicated + addedAt(indicated));
  }

  private double addedAt(double indicated) {
    Point below = points.getFirst();
    if (indicated <= below.indicated()) {
      return below.added();
    }
    for (Point above : points) {
      if (indicated < above.indicated()) {
        double part = (indicated - below.indicated()) / (above.indicated() - below.indicated());
        return below.added() + part * (above.added() - below.added());
      }
      below = above;
    }
    return below.added();
  }

  private static double exact(double celsius) {
    return Math.rint(celsius * GRAIN) / GRAIN;
  }
}
