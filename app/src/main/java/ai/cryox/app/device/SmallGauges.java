package ai.cryox.app.device;

import ai.cryox.app.text.Units;
import ai.cryox.app.theme.Palette;
import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.reading.DeviceStatus;
import ai.cryox.core.reading.Telemetry;
import java.time.Instant;
import java.util.List;
import javafx.scene.layout.TilePane;
import org.jspecify.annotations.Nullable;

/// Humidity, battery, signal and power of one device, as far as it says them. FX thread only.
final class SmallGauges {
  /// A compressor of a walk-in room seldom draws more, W.
  private static final double MOST_WATTS = 2_000;

  private static final double WORST_SIGNAL = -120;
  private static final double BEST_SIGNAL = -30;

  private final Units units;
  private final SmallGauge humidity;
  private final SmallGauge battery;
  private final SmallGauge signal;
  private final SmallGauge power;
  private final TilePane root = new TilePane(8, 4);

  SmallGauges(Units units, Palette palette) {
    this.units = units;
    var messages = units.messages();
    humidity = new SmallGauge("gauge-humidity", messages.text("device.humidity"), palette, 0, 100);
    battery = new SmallGauge("gauge-battery", messages.text("device.battery"), palette, 0, 100);
    signal =
        new SmallGauge(
            "gauge-signal",
            messages.text("device.signal") + ", dBm",
            palette,
            WORST_SIGNAL,
            BEST_SIGNAL);
    power = new SmallGauge("gauge-power", messages.text("device.power"), palette, 0, MOST_WATTS);
    root.setPrefColumns(2);
    List.of(humidity, battery, signal, power)
        .forEach(gauge -> root.getChildren().add(gauge.node()));
  }

  TilePane node() {
    return root;
  }

  void palette(Palette colours) {
    List.of(humidity, battery, signal, power).forEach(gauge -> gauge.palette(colours));
  }

  void show(DeviceLive live, Instant now) {
    var newest = live.newest();
    Telemetry telemetry = live.telemetry();
    DeviceStatus status = live.status();
    boolean stale = live.isStale(now);
    show(humidity, newest == null ? null : newest.reading().humidity(), "%", stale);
    show(
        battery,
        telemetry != null && telemetry.battery() != null
            ? telemetry.battery()
            : status == null ? null : status.battery(),
        "%",
        stale);
    show(
        signal,
        telemetry != null && telemetry.signal() != null
            ? telemetry.signal()
            : status == null ? null : status.signal(),
        "",
        stale);
    show(power, telemetry == null ? null : telemetry.power(), "W", stale);
  }

  private void show(SmallGauge gauge, @Nullable Double value, String unit, boolean stale) {
    gauge.show(
        value == null ? Double.NaN : value,
        value == null ? Units.NONE : units.wholeWith(value, unit).strip(),
        stale);
  }
}
