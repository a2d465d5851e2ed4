package ai.cryox.app.overview;

import ai.cryox.app.theme.Palette;
import ai.cryox.core.classify.StorageProfile;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// A tile's last readings over the allowed range. FX thread only.
final class Sparkline {
  private static final double MARGIN = 3;
  private static final double LEAST_SPAN = 1.0;

  private final double[] xs = new double[Trace.LENGTH];
  private final double[] ys = new double[Trace.LENGTH];

  /// Draws the trace in the given box.
  void draw(
      GraphicsContext g,
      DeviceLive live,
      double x,
      double y,
      double width,
      double height,
      Palette palette,
      Color pen,
      Color band) {
    Trace trace = live.trace();
    StorageProfile limits = live.limits();
    double least = lowest(trace, limits);
    double most = highest(trace, limits);
    if (!(most - least >= LEAST_SPAN)) {
      most = least + LEAST_SPAN;
    }
    double perDegree = (height - 2 * MARGIN) / (most - least);
    double bandTop = clamp(y + MARGIN + (most - limits.top()) * perDegree, y, y + height);
    double bandBottom = clamp(y + MARGIN + (most - limits.bottom()) * perDegree, y, y + height);
    g.setFill(band);
    double bandEdge = Math.rint(bandTop);
    g.fillRect(x, bandEdge, width, Math.rint(bandBottom) - bandEdge);
    limitLine(g, limits.top(), bandTop, x, width, palette);
    limitLine(g, limits.bottom(), bandBottom, x, width, palette);
    pen(g, live, x, y + MARGIN, width, most, perDegree, pen);
  }

  private static void limitLine(
      GraphicsContext g, double limit, double at, double x, double width, Palette palette) {
    if (Double.isInfinite(limit)) {
      return;
    }
    double y = Math.rint(at);
    g.setFill(palette.faint());
    for (double dash = x + 1; dash < x + width - 2; dash += 4) {
      g.fillRect(dash, y, 2, 1);
    }
  }

  private void pen(
      GraphicsContext g,
      DeviceLive live,
      double x,
      double top,
      double width,
      double most,
      double perDegree,
      Color pen) {
    Trace trace = live.trace();
    int size = trace.size();
    if (size < 2) {
      return;
    }
    long first = trace.time(0);
    double perMilli = (width - 1) / Math.max(1.0, trace.time(size - 1) - (double) first);
    long gap = live.device().samplingPeriod().toMillis() * 3;
    g.setStroke(pen);
    g.setLineWidth(1.4);
    int run = 0;
    for (int i = 0; i < size; i++) {
      if (i > 0 && trace.time(i) - trace.time(i - 1) > gap) {
        g.strokePolyline(xs, ys, run);
        run = 0;
      }
      xs[run] = x + 0.5 + (trace.time(i) - first) * perMilli;
      ys[run] = top + (most - trace.temperature(i)) * perDegree;
      run++;
    }
    g.strokePolyline(xs, ys, run);
  }

  private static double lowest(Trace trace, StorageProfile limits) {
    double least = Double.isInfinite(limits.bottom()) ? Double.MAX_VALUE : limits.bottom();
    for (int i = 0; i < trace.size(); i++) {
      least = Math.min(least, trace.temperature(i));
    }
    if (least != Double.MAX_VALUE) {
      return least;
    }
    return Double.isInfinite(limits.top()) ? 0 : limits.top() - LEAST_SPAN;
  }

  private static double highest(Trace trace, StorageProfile limits) {
    double most = Double.isInfinite(limits.top()) ? -Double.MAX_VALUE : limits.top();
    for (int i = 0; i < trace.size(); i++) {
      most = Math.max(most, trace.temperature(i));
    }
    if (most != -Double.MAX_VALUE) {
      return most;
    }
    return Double.isInfinite(limits.bottom()) ? LEAST_SPAN : limits.bottom() + LEAST_SPAN;
  }

  private static double clamp(double value, double least, double most) {
    return Math.min(Math.max(value, least), most);
  }
}
