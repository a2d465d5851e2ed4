package ai.cryox.app.trends;

import ai.cryox.app.text.Units;
import ai.cryox.core.live.LiveSnapshot;
import org.jspecify.annotations.Nullable;

/// What the list says of a pen. FX thread only.
///
/// @param snapshot knows what devices are called
record PenWords(Units units, LiveSnapshot snapshot) {
  /// How far from the cursor a value still counts as under it, px.
  private static final int NEAR = 3;

  /// A row of the list.
  ///
  /// @param index of the curve
  /// @param cursor a moment, or {@link PlotPane#NONE}
  PenList.Entry entry(Curve curve, PlotPane plot, int index, long cursor, TrendsModel model) {
    PenColumns drawn = plot.columns(index);
    return new PenList.Entry(
        curve,
        snapshot
            .device(curve.pen().deviceId())
            .map(live -> live.device().name())
            .orElse(curve.pen().deviceId()),
        cursor == PlotPane.NONE ? newest(curve) : under(curve, drawn, plot.columnOf(cursor)),
        drawn == null || Double.isNaN(drawn.low())
            ? Units.NONE
            : range(curve, drawn.low(), drawn.high()),
        compared(curve, cursor, model));
  }

  private String newest(Curve curve) {
    PenSheet sheet = curve.sheet();
    return sheet == null || sheet.size() == 0
        ? Units.NONE
        : value(curve, sheet.mean(sheet.size() - 1));
  }

  private String under(Curve curve, @Nullable PenColumns drawn, int column) {
    int near = drawn == null ? -1 : drawn.nearest(column, NEAR);
    if (drawn == null || near < 0) {
      return units.messages().text("device.noReading");
    }
    double apart = drawn.high(near) - drawn.low(near);
    return apart < 0.05
        ? value(curve, drawn.mean(near))
        : range(curve, drawn.low(near), drawn.high(near));
  }

  private String compared(Curve curve, long cursor, TrendsModel model) {
    PenSheet sheet = curve.compared();
    if (sheet == null || model.comparedDays() == 0) {
      return "";
    }
    String then = Units.NONE;
    if (cursor != PlotPane.NONE) {
      int at = nearest(sheet, cursor - model.comparedMillis(), curve.gap());
      then = at < 0 ? units.messages().text("device.noReading") : value(curve, sheet.mean(at));
    }
    return switch (model.comparedDays()) {
      case 1 -> units.messages().text("trends.then1", then);
      case 7 -> units.messages().text("trends.then7", then);
      default ->
          units
              .messages()
              .text(
                  "trends.thenOther",
                  units.day(model.view().earlier(model.comparedMillis()).end()),
                  then);
    };
  }

  /// The window nearest to a moment; −1 if none is near.
  private static int nearest(PenSheet sheet, long time, long gap) {
    int after = sheet.firstAfter(time);
    int found = -1;
    long least = sheet.resolution() * NEAR + gap;
    for (int i = Math.max(0, after - 1); i <= after && i < sheet.size(); i++) {
      long away = Math.abs(sheet.middle(i) - time);
      if (away <= least) {
        least = away;
        found = i;
      }
    }
    return found;
  }

  private String range(Curve curve, double low, double high) {
    return QuantityWords.number(units, curve.pen().quantity(), low) + " … " + value(curve, high);
  }

  private String value(Curve curve, double value) {
    return QuantityWords.value(units, curve.pen().quantity(), value);
  }
}
