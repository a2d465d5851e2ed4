package ai.cryox.app.device;

import ai.cryox.app.screen.Exhibit;
import ai.cryox.app.screen.Nodes;
import ai.cryox.app.screen.ScreenContext;
import ai.cryox.app.screen.Specimens;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.FlowPane;

/// Gauges in every state. FX thread only.
public final class GaugeExhibit {
  private static final List<String> SHOWN =
      List.of("normal", "warning", "critical", "stale", "neverHeard");

  private GaugeExhibit() {}

  /// Made once; follows the colours.
  public static Exhibit of(ScreenContext context) {
    Instant now = context.clock().instant();
    FlowPane large = Nodes.flow();
    Specimens.all(now, context.messages()).stream()
        .filter(live -> SHOWN.contains(live.device().deviceId()))
        .forEach(live -> {
          TemperatureGauge gauge = new TemperatureGauge(context.units(), context.palette().get());
          context.palette().addListener((_, _, colours) -> gauge.palette(colours));
          gauge.show(live, now);
          large.getChildren().add(gauge.node());
        });
    return Exhibit.of(
        "gallery.gauges",
        large,
        Nodes.flow(
            small(context, "gauge-live", "device.humidity", 64, false).node(),
            small(context, "gauge-stale", "device.battery", 18, true).node(),
            small(context, "gauge-full", "device.battery", 100, false).node()));
  }

  private static SmallGauge small(
      ScreenContext context, String id, String name, double percent, boolean stale) {
    SmallGauge gauge =
        new SmallGauge(id, context.messages().text(name), context.palette().get(), 0, 100);
    context.palette().addListener((_, _, colours) -> gauge.palette(colours));
    gauge.show(percent, context.units().wholeWith(percent, "%"), stale);
    return gauge;
  }
}
