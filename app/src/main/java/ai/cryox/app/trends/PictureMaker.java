package ai.cryox.app.trends;

import ai.cryox.app.screen.ScreenContext;
import ai.cryox.core.classify.HeldLimits;
import ai.cryox.core.live.LiveSnapshot;
import ai.cryox.core.reading.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts together what a trend draws: from what was read of its pens, and what is known of their
/// devices now. FX thread only.
final class PictureMaker {
  private static final Duration LONGEST_TELEMETRY_GAP = Duration.ofMinutes(5);

  private final ScreenContext context;
  private final TrendsModel model;
  private List<Curve> curves = List.of();

  PictureMaker(ScreenContext context, TrendsModel model) {
    this.context = context;
    this.model = model;
  }

  /// The curves as they were renewed last, in the order of the pens.
  List<Curve> curves() {
    return curves;
  }

  /// Takes over pens, colours and what was read of them.
  void renew(LiveSnapshot snapshot) {
    List<Curve> made = new ArrayList<>();
    List<Pen> all = model.pens();
    for (int i = 0; i < all.size(); i++) {
      Pen pen = all.get(i);
      made.add(
          new Curve(
              pen,
              i + 1,
              PenColours.of(context.palette().get(), i),
              gap(pen, snapshot),
              model.sheet(pen, false),
              model.sheet(pen, true),
              i == model.chosen()));
    }
    curves = made;
  }

  /// How far apart two values of a pen may lie and still be one line, ms.
  private static long gap(Pen pen, LiveSnapshot snapshot) {
    Duration three =
        snapshot
            .device(pen.deviceId())
            .map(live -> live.device().samplingPeriod().multipliedBy(3))
            .orElse(Duration.ofSeconds(90));
    boolean reading = pen.quantity() == Quantity.TEMPERATURE || pen.quantity() == Quantity.HUMIDITY;
    boolean longer = reading || three.compareTo(LONGEST_TELEMETRY_GAP) > 0;
    return (longer ? three : LONGEST_TELEMETRY_GAP).toMillis();
  }

  /// The picture of this moment.
  Picture picture() {
    return new Picture(
        model.drawn(),
        context.clock().instant().toEpochMilli(),
        curves,
        model.comparedMillis(),
        limits(),
        marks(),
        note());
  }

  private @Nullable LimitSteps limits() {
    Pen pen = model.chosenPen();
    if (pen == null || pen.quantity() != Quantity.TEMPERATURE) {
      return null;
    }
    TimeWindow view = model.drawn();
    Marks of = model.marks(pen.deviceId());
    List<HeldLimits> held = of == null ? List.of() : of.limits();
    Instant known = of == null ? view.end() : of.period().end();
    return context
        .session()
        .live()
        .latest()
        .device(pen.deviceId())
        .map(live -> LimitSteps.of(held, known, live.limits(), view))
        .orElse(null);
  }

  /// The chosen device's first: only its door is shown.
  private List<Marks> marks() {
    List<Marks> found = new ArrayList<>();
    Pen chosen = model.chosenPen();
    for (Pen pen : model.pens()) {
      Marks of = model.marks(pen.deviceId());
      if (of != null && !found.contains(of)) {
        boolean first = chosen != null && chosen.deviceId().equals(pen.deviceId());
        found.add(first ? 0 : found.size(), of);
      }
    }
    return found;
  }

  /// Why there is no curve; empty if there is one.
  private String note() {
    if (model.pens().isEmpty()) {
      return context.messages().text("trends.empty");
    }
    boolean nothing = curves.stream().allMatch(curve -> curve.sheet() == null);
    if (nothing && model.waiting() > 0) {
      return context.messages().text("trends.reading");
    }
    if (model.isIncomplete(context.clock().instant())) {
      return context.messages().text("trends.notRead");
    }
    TimeWindow view = model.drawn();
    boolean empty =
        curves.stream()
            .map(Curve::sheet)
            .allMatch(sheet ->
                sheet == null || sheet.firstAfter(view.from()) >= sheet.firstAfter(view.until()));
    return empty ? context.messages().text(nothing ? "trends.stopped" : "trends.nothing") : "";
  }
}
