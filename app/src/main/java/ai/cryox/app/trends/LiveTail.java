package ai.cryox.app.trends;

import ai.cryox.core.live.DeviceLive;
import ai.cryox.core.live.Trace;
import ai.cryox.core.reading.Quantity;
import ai.cryox.core.reading.ReceivedReading;
import ai.cryox.core.reading.Telemetry;
import org.jspecify.annotations.Nullable;

/// Adds to a sheet what its device said since it was read. Pure but for the sheet.
final class LiveTail {
  private LiveTail() {}

  /// Adds what is newer than the sheet's last value.
  ///
  /// @return whether anything was added
  static boolean follow(PenSheet sheet, Quantity quantity, DeviceLive live) {
    return switch (quantity) {
      case TEMPERATURE -> temperatures(sheet, live);
      case HUMIDITY -> humidity(sheet, live.newest());
      case POWER, EFFICIENCY, BATTERY, SIGNAL -> telemetry(sheet, quantity, live.telemetry());
    };
  }

  private static boolean temperatures(PenSheet sheet, DeviceLive live) {
    boolean added = false;
    ReceivedReading newest = live.newest();
    Trace trace = live.trace();
    long newestTime = newest == null ? Long.MIN_VALUE : newest.reading().time().toEpochMilli();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.time(i) > sheet.lastTime() && trace.time(i) < newestTime) {
        // The trace keeps a float, whose shortest decimal is what the device said.
        added |= sheet.add(trace.time(i), Double.parseDouble(Float.toString(trace.temperature(i))));
      }
    }
    boolean last = newest != null && sheet.add(newestTime, newest.reading().temperature());
    return added || last;
  }

  private static boolean humidity(PenSheet sheet, @Nullable ReceivedReading newest) {
    Double humidity = newest == null ? null : newest.reading().humidity();
    return newest != null
        && humidity != null
        && sheet.add(newest.reading().time().toEpochMilli(), humidity);
  }

  private static boolean telemetry(
      PenSheet sheet, Quantity quantity, @Nullable Telemetry telemetry) {
    Double value = telemetry == null ? null : value(telemetry, quantity);
    return telemetry != null && value != null && sheet.add(telemetry.time().toEpochMilli(), value);
  }

  private static @Nullable Double value(Telemetry telemetry, Quantity quantity) {
    return switch (quantity) {
      case POWER -> telemetry.power();
      case EFFICIENCY -> telemetry.efficiency();
      case BATTERY -> telemetry.battery();
      case SIGNAL -> telemetry.signal();
      case TEMPERATURE, HUMIDITY -> null;
    };
  }
}
